import { Get } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import type { Identity } from '../../../access/index.js';
import { CaseReader } from '../../../cases/index.js';
import { CaseId, Page, PageController, Reader } from '../../http/index.js';
import { whatHappensNext } from './view-model.js';

@PageController('cases/:id/receipt')
export class ReceiptController {
  constructor(private readonly cases: CaseReader) {}

  @Get()
  async show(@Reader() reader: Identity, @CaseId() caseId: Uuid): Promise<Page> {
    const header = await this.cases.header(reader, caseId);
    return new Page('receipt/receipt.njk', 'receipt.title', { case: header, steps: whatHappensNext(header) });
  }
}
