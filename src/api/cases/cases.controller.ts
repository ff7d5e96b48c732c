import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Identity } from '../../access/index.js';
import { CaseRoom } from '../../cases/index.js';
import { Search, Worklist, worklistQuery, type WorklistQuery } from '../../worklists/index.js';
import { ApiController, IdempotencyKey, IfMatch, Who } from '../front-desk/index.js';
import { idParam } from '../shapes.js';
import { CaseDesk } from './case-desk.js';
import { caseAnswer, commandAnswer, openedAnswer, worklistAnswer } from './case.schemas.js';
import { commandBody, searchBody, type CommandBody, type SearchBody } from './command.schemas.js';
import { openBody, openData, type OpenBody } from './open-case.schemas.js';
import { openingFault } from './opening-faults.js';

const schema = { type: 'string', data: 'code' } as object;
const key = {
  schema,
  name: 'Idempotency-Key',
  required: true,
  description: 'Your key of this command: a repeat is not done twice',
};
const match = {
  schema,
  name: 'If-Match',
  required: true,
  description: 'The revision you saw, in quotes: "7"',
};

@ApiController('cases')
export class CasesController {
  constructor(
    private readonly room: CaseRoom,
    private readonly desk: CaseDesk,
    private readonly worklist: Worklist,
    private readonly finder: Search,
  ) {}

  @Post()
  @ApiHeader(key)
  @ApiOperation({ operationId: 'openCase', summary: 'Open a case' })
  @ApiCreatedResponse({ standardSchema: openedAnswer })
  async open(
    @Who() who: Identity,
    @IdempotencyKey() idempotencyKey: string,
    @Body({ schema: openBody }) body: OpenBody,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { happenedAt, lateReason } = body;
    const { caseId, number } = await this.room
      .open(who, { data: openData(body), idempotencyKey, happenedAt, lateReason })
      .catch(openingFault);
    response.location(`/api/v1/cases/${caseId}`);
    return { id: caseId, number };
  }

  @Get()
  @ApiOperation({ operationId: 'listCases', summary: 'The worklist: codes only, the most urgent first' })
  @ApiOkResponse({ standardSchema: worklistAnswer })
  list(@Who() who: Identity, @Query({ schema: worklistQuery }) query: WorklistQuery) {
    return this.worklist.cases(who, query);
  }

  @Post('search')
  @HttpCode(200)
  @ApiOperation({ operationId: 'searchCases', summary: 'By number or name, among the cases one may know' })
  @ApiOkResponse({ standardSchema: worklistAnswer })
  search(@Who() who: Identity, @Body({ schema: searchBody }) { text }: SearchBody) {
    return this.finder.find(who, text);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getCase', summary: 'States, clocks, and what may be done now' })
  @ApiOkResponse({ standardSchema: caseAnswer })
  async get(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const shown = await this.desk.header(who, id);
    response.set('etag', `"${shown.revision}"`);
    return shown;
  }

  @Post(':id/commands')
  @HttpCode(200)
  @ApiHeader(match)
  @ApiHeader(key)
  @ApiOperation({
    operationId: 'giveCommand',
    summary: 'Give a command; whatever changes a case comes through here',
  })
  @ApiOkResponse({ standardSchema: commandAnswer })
  command(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) caseId: string,
    @IfMatch() expectedRevision: number | undefined,
    @IdempotencyKey() idempotencyKey: string,
    @Body({ schema: commandBody }) body: CommandBody,
  ) {
    return this.desk.command(who, { ...body, caseId, expectedRevision, idempotencyKey });
  }
}
