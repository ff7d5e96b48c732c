import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { PlanCoverage, PlanMeasures } from '../../plan/index.js';
import { ApiController, Problem } from '../front-desk/index.js';
import {
  coverageAnswer,
  coverageQuery,
  measureId,
  measureInFull,
  measuresAnswer,
  type CoverageQuery,
} from './plan.schemas.js';

@ApiController('plan')
export class PlanController {
  constructor(
    private readonly measures: PlanMeasures,
    private readonly coverages: PlanCoverage,
  ) {}

  @Get('measures')
  @ApiOperation({ operationId: 'listMeasures', summary: 'The 60 measures of the National Action Plan' })
  @ApiOkResponse({ standardSchema: measuresAnswer })
  async list() {
    return { items: await this.measures.list() };
  }

  @Get('measures/:id')
  @ApiOperation({ operationId: 'getMeasure', summary: 'One measure with its notes' })
  @ApiOkResponse({ standardSchema: measureInFull })
  async one(@Param('id', { schema: measureId }) id: string) {
    const found = await this.measures.one(id);
    if (!found) throw new Problem(404, 'not-found');
    return found;
  }

  @Get('coverage')
  @ApiOperation({
    operationId: 'getCoverage',
    summary: 'Which measures and paragraphs cases carried out, by month',
  })
  @ApiOkResponse({ standardSchema: coverageAnswer })
  async coverage(@Query({ schema: coverageQuery }) query: CoverageQuery) {
    return { items: await this.coverages.between(query) };
  }
}
