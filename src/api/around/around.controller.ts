import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Identity, Veils } from '../../access/index.js';
import { HandoffsService } from '../../handoffs/index.js';
import { DeadlineList, deadlineQuery, type DeadlineQuery } from '../../worklists/index.js';
import { ApiController, Who } from '../front-desk/index.js';
import {
  bodiesAnswer,
  deadlinesAnswer,
  handoffQuery,
  handoffsAnswer,
  type HandoffQuery,
} from './around.schemas.js';

/** What a body has around its cases: clocks, handoffs, and the directory of bodies. */
@ApiController('around', '')
export class AroundController {
  constructor(
    private readonly deadlineList: DeadlineList,
    private readonly handoffBoxes: HandoffsService,
    private readonly veils: Veils,
  ) {}

  @Get('deadlines')
  @ApiOperation({
    operationId: 'listDeadlines',
    summary: 'Clocks of the cases one works on, the first to end first',
  })
  @ApiOkResponse({ standardSchema: deadlinesAnswer })
  deadlines(@Who() who: Identity, @Query({ schema: deadlineQuery }) query: DeadlineQuery) {
    return this.deadlineList.deadlines(who, query);
  }

  @Get('handoffs')
  @ApiOperation({
    operationId: 'listHandoffs',
    summary: 'Handoffs received or sent by the own body, the newest first',
  })
  @ApiOkResponse({ standardSchema: handoffsAnswer })
  handoffs(@Who() who: Identity, @Query({ schema: handoffQuery }) query: HandoffQuery) {
    return this.handoffBoxes.box(who, query);
  }

  @Get('bodies')
  @ApiOperation({
    operationId: 'listBodies',
    summary:
      'The bodies that act, for forms that name one; shelters for those who may learn where a person is',
  })
  @ApiOkResponse({ standardSchema: bodiesAnswer })
  async bodies(@Who() who: Identity) {
    return { items: await this.veils.directory(who) };
  }
}
