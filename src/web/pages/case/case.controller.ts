import { Get } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import type { Identity } from '../../../access/index.js';
import { CaseReader } from '../../../cases/index.js';
import { Asked, CaseId, Here, Page, type PageContext, PageController, Reader } from '../../http/index.js';
import { caseShown } from './view-model.js';

@PageController('cases/:id')
export class CaseController {
  constructor(private readonly cases: CaseReader) {}

  @Get()
  async show(
    @Reader() reader: Identity,
    @Here() { language }: PageContext,
    @CaseId() caseId: Uuid,
    @Asked('recorded') recorded?: string,
  ): Promise<Page> {
    const header = await this.cases.header(reader, caseId);
    const entry = /^\d{1,9}$/.test(recorded ?? '') ? recorded : undefined;
    return new Page('case/case.njk', 'case.title', { ...caseShown(header, language), recorded: entry });
  }
}
