import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { IndicatorCatalogues } from '../../identification/index.js';
import { ApiController } from '../front-desk/index.js';
import { indicatorsAnswer } from './around.schemas.js';

@ApiController('indicators')
export class IndicatorsController {
  constructor(private readonly catalogues: IndicatorCatalogues) {}

  @Get()
  @ApiOperation({
    operationId: 'listIndicators',
    summary: 'The lists of indicators, with where each comes from',
  })
  @ApiOkResponse({ standardSchema: indicatorsAnswer })
  list() {
    return { items: this.catalogues.all() };
  }
}
