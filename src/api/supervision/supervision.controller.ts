import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Identity } from '../../access/index.js';
import { LateEntries, TimelineIntegrity } from '../../supervision/index.js';
import { ApiController, ForRoles, Who } from '../front-desk/index.js';
import {
  integrityAnswer,
  integrityQuery,
  lateEntriesAnswer,
  type IntegrityQuery,
} from './supervision.schemas.js';

@ApiController('supervision')
@ForRoles('supervisor', 'coordinator')
export class SupervisionController {
  constructor(
    private readonly timelines: TimelineIntegrity,
    private readonly late: LateEntries,
  ) {}

  @Get('integrity')
  @ApiOperation({
    operationId: 'checkIntegrity',
    summary: 'Verifies the timelines that one audits, in chunks',
  })
  @ApiOkResponse({ standardSchema: integrityAnswer })
  integrity(@Who() who: Identity, @Query({ schema: integrityQuery }) { cursor, limit }: IntegrityQuery) {
    return this.timelines.check(who, { after: cursor, limit });
  }

  @Get('late-entries')
  @ApiOperation({
    operationId: 'listLateEntries',
    summary: 'What was entered more than 72 hours after it happened',
  })
  @ApiOkResponse({ standardSchema: lateEntriesAnswer })
  async lateEntries(@Who() who: Identity) {
    return { items: await this.late.list(who) };
  }
}
