import { Get, NotFoundException } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import type { Identity } from '../../../access/index.js';
import { CaseReader } from '../../../cases/index.js';
import { Suitability } from '../../../shelters/index.js';
import { CaseId, Here, IdParam, Page, type PageContext, PageController, Reader } from '../../http/index.js';
import { suitingShown } from './view-model.js';

/** Which shelters suit a placement, and why the others do not; to whom houses are hidden, which needs left none. */
@PageController('cases/:id/placements/:procedureId/shelters')
export class SuitingController {
  constructor(
    private readonly cases: CaseReader,
    private readonly suitability: Suitability,
  ) {}

  @Get()
  async show(
    @Reader() reader: Identity,
    @Here() { language }: PageContext,
    @CaseId() caseId: Uuid,
    @IdParam('procedureId') procedureId: Uuid,
  ): Promise<Page> {
    const suiting = await this.suitability.of(reader, caseId, procedureId);
    if (!suiting) throw new NotFoundException();
    const header = await this.cases.header(reader, caseId);
    return new Page('suiting/suiting.njk', 'suiting.title', {
      case: header,
      ...suitingShown(suiting, language),
    });
  }
}
