import { ForbiddenException, Get } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { PlanCoverage, PlanMeasures } from '../../../plan/index.js';
import { Asked, Here, Page, type PageContext, PageController, Reader } from '../../http/index.js';
import { oversees } from '../../view/navigation.js';
import { coveragePage, isMonth, lastYear } from './view-model.js';

/** What cases carried out of the National Action Plan, in figures: no case is named. */
@PageController('coverage')
export class CoverageController {
  constructor(
    private readonly measures: PlanMeasures,
    private readonly coverages: PlanCoverage,
  ) {}

  @Get()
  async show(
    @Reader() reader: Identity,
    @Here() { language, now }: PageContext,
    @Asked('from') from?: string,
    @Asked('to') to?: string,
  ): Promise<Page> {
    if (!oversees(reader.role)) throw new ForbiddenException();
    const months = {
      ...lastYear(now),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    const asked = isMonth(months.from) && isMonth(months.to) && months.from <= months.to;
    const [measures, coverage] = await Promise.all([
      this.measures.list(),
      asked ? this.coverages.between(months) : [],
    ]);
    return coveragePage({ measures, coverage, months, language, fault: !asked });
  }
}
