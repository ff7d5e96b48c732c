import { Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Uuid } from '#libs/vocabulary';
import { BodiesService, type Identity } from '../../../access/index.js';
import { CaseReader } from '../../../cases/index.js';
import { IndicatorCatalogues } from '../../../identification/index.js';
import { Asked, CaseId, Here, Page, type PageContext, PageController, Reader } from '../../http/index.js';
import { entriesShown, verdictShown } from './view-model.js';

const perPage = 100;

@PageController('cases/:id/timeline')
export class TimelineController {
  constructor(
    private readonly cases: CaseReader,
    private readonly bodies: BodiesService,
    private readonly indicators: IndicatorCatalogues,
  ) {}

  @Get()
  async show(
    @Reader() reader: Identity,
    @Here() { language }: PageContext,
    @CaseId() caseId: Uuid,
    @Asked('after') given?: string,
  ): Promise<Page> {
    const after = /^\d{1,9}$/.test(given ?? '') ? Number(given) : 0;
    const [header, { items, next }, bodies] = await Promise.all([
      this.cases.header(reader, caseId),
      this.cases.timeline(reader, caseId, { after, limit: perPage }),
      this.bodies.all(),
    ]);
    const known = { language, bodies, catalogues: this.indicators.everUsed() };
    const entries = entriesShown(items, known, header, reader);
    const mayCorrect = entries.some((entry) => 'correct' in entry && entry.correct);
    const model = { case: header, entries, mayCorrect, after, next };
    return new Page('timeline/timeline.njk', 'timeline.title', model);
  }

  @Post('verify')
  async verify(@Reader() reader: Identity, @CaseId() caseId: Uuid): Promise<Page> {
    const [header, integrity] = await Promise.all([
      this.cases.header(reader, caseId),
      this.cases.verify(reader, caseId),
    ]);
    return new Page('timeline/verified.njk', 'timeline.verifyTitle', {
      case: header,
      ...verdictShown(integrity),
    });
  }

  /** The self-contained file that anyone can check without this installation. */
  @Get('export')
  async download(
    @Reader() reader: Identity,
    @CaseId() caseId: Uuid,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const file = await this.cases.exportTimeline(reader, caseId);
    response.attachment('timeline.json').type('application/json');
    return JSON.stringify(file, null, 2);
  }
}
