import { Get, HttpCode, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdministrativeActs, type Identity } from '../../access/index.js';
import { LateEntries, ReviewSamples, StuckProcedures, TimelineIntegrity } from '../../supervision/index.js';
import { ApiController, ForRoles, Who } from '../front-desk/index.js';
import {
  actsAnswer,
  actsQuery,
  integrityAnswer,
  integrityQuery,
  lateEntriesAnswer,
  sampleId,
  samplesAnswer,
  stuckAnswer,
  stuckQuery,
  type ActsQuery,
  type IntegrityQuery,
  type StuckQuery,
} from './supervision.schemas.js';

@ApiController('supervision')
@ForRoles('supervisor', 'coordinator')
export class SupervisionController {
  constructor(
    private readonly timelines: TimelineIntegrity,
    private readonly late: LateEntries,
    private readonly samples: ReviewSamples,
    private readonly stuck: StuckProcedures,
    private readonly acts: AdministrativeActs,
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

  @Get('stuck')
  @ForRoles('supervisor', 'coordinator', 'ombudsman')
  @ApiOperation({
    operationId: 'listStuck',
    summary: 'Procedures that nothing will bring up again by itself, who waits longest first',
  })
  @ApiOkResponse({ standardSchema: stuckAnswer })
  stuckProcedures(@Who() who: Identity, @Query({ schema: stuckQuery }) query: StuckQuery) {
    return this.stuck.list(who, query);
  }

  @Get('administration')
  @ApiOperation({
    operationId: 'listAdministrativeActs',
    summary:
      'What administrators did to accounts, bodies and the training clock, newest first: a supervisor sees what touched her body',
  })
  @ApiOkResponse({ standardSchema: actsAnswer })
  administration(@Who() who: Identity, @Query({ schema: actsQuery }) query: ActsQuery) {
    return this.acts.list(who, query);
  }

  @Get('samples')
  @ForRoles('supervisor', 'coordinator', 'ombudsman')
  @ApiOperation({
    operationId: 'listSamples',
    summary: 'Cases drawn for review that nobody has reviewed yet',
  })
  @ApiOkResponse({ standardSchema: samplesAnswer })
  async openSamples(@Who() who: Identity) {
    return { items: await this.samples.open(who) };
  }

  @Post('samples/:id/review')
  @HttpCode(204)
  @ForRoles('supervisor', 'coordinator', 'ombudsman')
  @ApiOperation({ operationId: 'reviewSample', summary: 'Marks a case drawn for review as reviewed' })
  async review(@Who() who: Identity, @Param('id', { schema: sampleId }) id: string): Promise<void> {
    if (!(await this.samples.review(who, id))) throw new NotFoundException();
  }
}
