import { Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Identity } from '../../access/index.js';
import { Suitability } from '../../shelters/index.js';
import { ApiController, Problem, Who } from '../front-desk/index.js';
import { idParam } from '../shapes.js';
import { suitingAnswer } from './suiting.schemas.js';

/** Which houses suit one placement. Who may not open the location reads of no house, only which needs left none. */
@ApiController('shelters', 'cases/:id/placements/:procedureId/shelters')
export class SuitingController {
  constructor(private readonly suitability: Suitability) {}

  @Get()
  @ApiOperation({
    operationId: 'listSuitingShelters',
    summary: 'Which houses suit a placement and why not; where houses are hidden, which needs left none',
  })
  @ApiOkResponse({ standardSchema: suitingAnswer })
  async list(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Param('procedureId', { schema: idParam }) procedureId: string,
  ) {
    const suiting = await this.suitability.of(who, id, procedureId);
    if (!suiting) throw new Problem(404, 'not-found');
    return suiting;
  }
}
