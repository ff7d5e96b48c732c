import { Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Identity } from '../../access/index.js';
import { Assessments, IndicatorCatalogues } from '../../identification/index.js';
import { ApiController, Who } from '../front-desk/index.js';
import { idParam } from '../shapes.js';
import { assessmentsAnswer, indicatorsAnswer } from './around.schemas.js';

@ApiController('indicators', '')
export class IndicatorsController {
  constructor(
    private readonly catalogues: IndicatorCatalogues,
    private readonly assessments: Assessments,
  ) {}

  @Get('indicators')
  @ApiOperation({
    operationId: 'listIndicators',
    summary: 'The lists of indicators, with where each comes from',
  })
  @ApiOkResponse({ standardSchema: indicatorsAnswer })
  list() {
    return { items: this.catalogues.all() };
  }

  @Get('cases/:id/assessments')
  @ApiOperation({ operationId: 'listAssessments', summary: 'Scorings of a case, each with its explanation' })
  @ApiOkResponse({ standardSchema: assessmentsAnswer })
  async ofCase(@Who() who: Identity, @Param('id', { schema: idParam }) id: string) {
    return { items: await this.assessments.ofCase(who, id) };
  }
}
