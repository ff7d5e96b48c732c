import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Identity } from '../../access/index.js';
import { ChildRecord, Children, Referrals } from '../../guardianship/index.js';
import { ApiController, Who } from '../front-desk/index.js';
import { idParam } from '../shapes.js';
import {
  childrenAnswer,
  childrenQuery,
  childRecordAnswer,
  comingOfAgeAnswer,
  comingOfAgeQuery,
  referralsAnswer,
  visitsAnswer,
  visitsQuery,
  type ChildrenQuery,
  type ComingOfAgeQuery,
  type VisitsQuery,
} from './guardianship.schemas.js';

/** The lists of a guardianship body, and what is kept of one child beside the statechart. */
@ApiController('guardianship', '')
export class GuardianshipController {
  constructor(
    private readonly children: Children,
    private readonly record: ChildRecord,
    private readonly referrals: Referrals,
  ) {}

  @Get('guardianship/children')
  @ApiOperation({
    operationId: 'listChildren',
    summary: 'Children for whom the own body is asked or responsible, the first due first',
  })
  @ApiOkResponse({ standardSchema: childrenAnswer })
  queue(@Who() who: Identity, @Query({ schema: childrenQuery }) query: ChildrenQuery) {
    return this.children.queue(who, query);
  }

  @Get('guardianship/visits')
  @ApiOperation({ operationId: 'listVisitsDue', summary: 'Visits to children, overdue and to come' })
  @ApiOkResponse({ standardSchema: visitsAnswer })
  async visits(@Who() who: Identity, @Query({ schema: visitsQuery }) { to }: VisitsQuery) {
    return { items: await this.children.visitsDue(who, to) };
  }

  @Get('guardianship/coming-of-age')
  @ApiOperation({ operationId: 'listComingOfAge', summary: 'Children who turn eighteen, the eldest first' })
  @ApiOkResponse({ standardSchema: comingOfAgeAnswer })
  async comingOfAge(@Who() who: Identity, @Query({ schema: comingOfAgeQuery }) { until }: ComingOfAgeQuery) {
    return { items: await this.children.comingOfAge(who, until) };
  }

  @Get('guardianship/referrals')
  @ApiOperation({
    operationId: 'listReferrals',
    summary: 'What was referred to the own commission on minors and waits, the longest waiting first',
  })
  @ApiOkResponse({ standardSchema: referralsAnswer })
  async toCommission(@Who() who: Identity) {
    return { items: await this.referrals.waiting(who) };
  }

  @Get('cases/:id/guardianship')
  @ApiOperation({
    operationId: 'getGuardianship',
    summary: 'Who represented the child and who looked in, by codes, the latest first',
  })
  @ApiOkResponse({ standardSchema: childRecordAnswer })
  ofCase(@Who() who: Identity, @Param('id', { schema: idParam }) id: string) {
    return this.record.ofCase(who, id);
  }
}
