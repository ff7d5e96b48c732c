import { Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Compartment } from '#libs/vocabulary';
import type { Identity } from '../../access/index.js';
import { CaseReader } from '../../cases/index.js';
import { CaseAccesses } from '../../supervision/index.js';
import { ApiController, Who } from '../front-desk/index.js';
import { idParam } from '../shapes.js';
import { CaseDesk } from './case-desk.js';
import {
  accessAnswer,
  accessQuery,
  compartmentAnswer,
  compartmentParam,
  purposeQuery,
  timelineAnswer,
  timelineQuery,
  type AccessQuery,
  type PurposeQuery,
  type TimelineQuery,
} from './timeline.schemas.js';

@ApiController('cases', 'cases/:id')
export class CaseTimelineController {
  constructor(
    private readonly reader: CaseReader,
    private readonly desk: CaseDesk,
    private readonly accesses: CaseAccesses,
  ) {}

  @Get('timeline')
  @ApiOperation({
    operationId: 'getTimeline',
    summary: 'What was done; entries one may not know keep their hashes',
  })
  @ApiOkResponse({ standardSchema: timelineAnswer })
  timeline(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: timelineQuery }) query: TimelineQuery,
  ) {
    return this.reader.timeline(who, id, query);
  }

  @Get('timeline/export')
  @ApiOperation({ operationId: 'exportTimeline', summary: 'A file that verifies without this installation' })
  async export(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const file = await this.reader.exportTimeline(who, id);
    response.attachment(`timeline-${file.case.number}.json`).type('application/json');
    return file;
  }

  @Get('access')
  @ApiOperation({ operationId: 'listCaseAccess', summary: 'Who read what, when and on what ground' })
  @ApiOkResponse({ standardSchema: accessAnswer })
  access(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: accessQuery }) query: AccessQuery,
  ) {
    return this.accesses.list(who, id, query);
  }

  @Get('compartments/:name')
  @ApiOperation({
    operationId: 'openCompartment',
    summary: 'The words kept in a compartment; opening it is on record',
  })
  @ApiOkResponse({ standardSchema: compartmentAnswer })
  compartment(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Param('name', { schema: compartmentParam }) name: string,
    @Query({ schema: purposeQuery }) { purpose }: PurposeQuery,
  ) {
    return this.desk.compartment(who, id, name as Compartment, purpose);
  }
}
