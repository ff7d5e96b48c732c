import { Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Role } from '#libs/vocabulary';
import type { Identity } from '../../access/index.js';
import { law } from '../../cases/index.js';
import { ApiController, Who } from '../front-desk/index.js';
import { procedureAnswer } from './procedures.schemas.js';
import { proceduresShown } from './procedures.js';

@ApiController('procedures')
export class ProceduresController {
  private readonly shown = new Map<Role, ReturnType<typeof proceduresShown>>();

  @Get()
  @Header('cache-control', 'private, max-age=300')
  @Header('vary', 'cookie, authorization')
  @ApiOperation({ operationId: 'listProcedures', summary: 'The statecharts as data' })
  @ApiOkResponse({ standardSchema: procedureAnswer })
  list(@Who() { role }: Identity) {
    const items = this.shown.get(role) ?? proceduresShown(law, role);
    this.shown.set(role, items);
    return { items };
  }
}
