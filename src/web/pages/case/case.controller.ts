import { Get } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { AccountsService, BodiesService, type Identity } from '../../../access/index.js';
import { type CaseHeader, CaseReader } from '../../../cases/index.js';
import { Asked, CaseId, Here, Page, type PageContext, PageController, Reader } from '../../http/index.js';
import { recordedShown } from './recorded.js';
import { caseShown } from './view-model.js';

/** A command has fewer consequences than this. */
const mostTold = 20;

@PageController('cases/:id')
export class CaseController {
  constructor(
    private readonly cases: CaseReader,
    private readonly bodies: BodiesService,
    private readonly accounts: AccountsService,
  ) {}

  @Get()
  async show(
    @Reader() reader: Identity,
    @Here() { language }: PageContext,
    @CaseId() caseId: Uuid,
    @Asked('recorded') recorded?: string,
  ): Promise<Page> {
    const [header, bodies] = await Promise.all([this.cases.header(reader, caseId), this.bodies.all()]);
    return new Page('case/case.njk', 'case.title', {
      ...caseShown(header, language, bodies),
      officer: await this.officerOf(header),
      recorded: await this.recordedAs(reader, caseId, recorded),
    });
  }

  /** What came of the command just given, its consequences too, in the words of the timeline. */
  private async recordedAs(reader: Identity, caseId: Uuid, given = '') {
    if (!/^\d{1,9}$/.test(given)) return undefined;
    const seq = Number(given);
    const window = { after: Math.max(0, seq - mostTold), limit: mostTold };
    return recordedShown((await this.cases.timeline(reader, caseId, window)).items, seq);
  }

  private async officerOf({ owner }: CaseHeader): Promise<string | undefined> {
    if (!owner.officerId) return undefined;
    return (await this.accounts.list()).find(({ id }) => id === owner.officerId)?.name;
  }
}
