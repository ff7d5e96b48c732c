import { Get } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import type { Identity } from '../../../access/index.js';
import { CaseReader } from '../../../cases/index.js';
import { CaseAccesses } from '../../../supervision/index.js';
import { Asked, CaseId, Here, Page, type PageContext, PageController, Reader } from '../../http/index.js';
import { oversees } from '../../view/navigation.js';
import { readingsShown } from './view-model.js';

const perPage = 100;

/** Who read what of a case, when and why; the newest first. */
@PageController('cases/:id/access')
export class AccessController {
  constructor(
    private readonly cases: CaseReader,
    private readonly accesses: CaseAccesses,
  ) {}

  @Get()
  async show(
    @Reader() reader: Identity,
    @Here() { language }: PageContext,
    @CaseId() caseId: Uuid,
    @Asked('before') given?: string,
  ): Promise<Page> {
    const before = /^\d{1,12}$/.test(given ?? '') ? Number(given) : null;
    const [header, { items, next }] = await Promise.all([
      this.cases.header(reader, caseId),
      this.accesses.latest(reader, caseId, { before, limit: perPage }),
    ]);
    return new Page('access/access.njk', 'access.title', {
      case: header,
      readings: readingsShown(items, language),
      reviews: oversees(reader.role),
      next,
    });
  }
}
