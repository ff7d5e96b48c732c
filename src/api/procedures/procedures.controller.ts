import { Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { law } from '../../cases/index.js';
import { ApiController } from '../front-desk/index.js';
import { procedureAnswer } from './procedures.schemas.js';
import { proceduresShown } from './procedures.js';

@ApiController('procedures')
export class ProceduresController {
  private readonly shown = proceduresShown(law);

  @Get()
  @Header('cache-control', 'private, max-age=300')
  @ApiOperation({ operationId: 'listProcedures', summary: 'The statecharts as data' })
  @ApiOkResponse({ standardSchema: procedureAnswer })
  list() {
    return { items: this.shown };
  }
}
