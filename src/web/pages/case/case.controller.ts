import { Get } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { AccountsService, BodiesService, type Identity } from '../../../access/index.js';
import { type CaseHeader, CaseReader } from '../../../cases/index.js';
import { HandoffsService } from '../../../handoffs/index.js';
import { Worklist } from '../../../worklists/index.js';
import { Asked, CaseId, Here, Page, type PageContext, PageController, Reader } from '../../http/index.js';
import { wholeTimeline } from '../command/explain.js';
import { recordedShown } from './recorded.js';
import { tasksShown } from './tasks.js';
import { caseShown } from './view-model.js';

@PageController('cases/:id')
export class CaseController {
  constructor(
    private readonly cases: CaseReader,
    private readonly bodies: BodiesService,
    private readonly accounts: AccountsService,
    private readonly worklist: Worklist,
    private readonly handoffs: HandoffsService,
  ) {}

  @Get()
  async show(
    @Reader() reader: Identity,
    @Here() { language }: PageContext,
    @CaseId() caseId: Uuid,
    @Asked('recorded') recorded?: string,
  ): Promise<Page> {
    const [header, { items }, bodies, [known], duties] = await Promise.all([
      this.cases.header(reader, caseId),
      this.cases.timeline(reader, caseId, wholeTimeline),
      this.bodies.all(),
      this.worklist.some(reader, [caseId]),
      this.handoffs.duties(reader, caseId),
    ]);
    return new Page('case/case.njk', 'case.title', {
      ...caseShown(header, language, { bodies, items, duties, readerBodyId: reader.bodyId }),
      tasks: tasksShown(known?.tasks ?? [], header, { role: reader.role, language }),
      officer: await this.officerOf(header),
      recorded: recordedShown(items, recorded),
    });
  }

  private async officerOf({ owner }: CaseHeader): Promise<string | undefined> {
    if (!owner.officerId) return undefined;
    return (await this.accounts.list()).find(({ id }) => id === owner.officerId)?.name;
  }
}
