import { ForbiddenException, Get, NotFoundException, Post } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import {
  AdministrativeActs,
  BodiesService,
  BreakGlassService,
  type Identity,
} from '../../../access/index.js';
import { HouseAddresses } from '../../../shelters/index.js';
import { LateEntries, StuckProcedures } from '../../../supervision/index.js';
import { Worklist, worklistQuery } from '../../../worklists/index.js';
import { Here, IdParam, Page, type PageContext, PageController, Reader, SeeOther } from '../../http/index.js';
import { opensCases, oversees } from '../../view/navigation.js';
import { rowsShown } from '../worklist/view-model.js';
import { actsShown, lateShown, readersShown, stuckShown } from './view-model.js';

/**
 * What is overdue, stuck or entered late, emergency readings that wait for a review, what administrators
 * did, and who read where the house is.
 */
@PageController('supervision')
export class SupervisionController {
  constructor(
    private readonly worklist: Worklist,
    private readonly late: LateEntries,
    private readonly stuck: StuckProcedures,
    private readonly breakGlass: BreakGlassService,
    private readonly addresses: HouseAddresses,
    private readonly acts: AdministrativeActs,
    private readonly bodies: BodiesService,
  ) {}

  @Get()
  async show(@Reader() reader: Identity, @Here() { language }: PageContext): Promise<Page> {
    if (!oversees(reader.role)) throw new ForbiddenException();
    const [critical, overdue, stuck, late, grants, readers, acts, bodies] = await Promise.all([
      this.worklist.cases(reader, worklistQuery.parse({ due: 'criticallyOverdue' })),
      this.worklist.cases(reader, worklistQuery.parse({ due: 'overdue' })),
      this.stuck.list(reader),
      this.late.list(reader),
      this.breakGlass.toReview(reader),
      reader.bodyKind === 'shelter' ? this.addresses.readings(reader) : null,
      this.acts.list(reader),
      this.bodies.all(),
    ]);
    const model = {
      overdue: rowsShown([...critical.items, ...overdue.items]),
      stuck: stuckShown(stuck.items, bodies, language),
      opensCases: opensCases(reader.role),
      moreStuck: stuck.next !== undefined,
      late: lateShown(late),
      grants,
      acts: actsShown(acts.items, bodies, language),
      moreActs: acts.next !== undefined,
      addressReaders: readers && readersShown(readers, language),
    };
    return new Page('supervision/supervision.njk', 'supervision.title', model);
  }

  /** The reason in words is shown on a page of its own, because reading it is recorded. */
  @Post('readings/:grant')
  async read(@Reader() reader: Identity, @IdParam('grant') grant: Uuid): Promise<Page> {
    const reason = await this.breakGlass.reasonOf(reader, grant);
    if (reason === null) throw new NotFoundException();
    return new Page('supervision/reading.njk', 'supervision.readings', { grant, reason });
  }

  @Post('readings/:grant/reviewed')
  async review(@Reader() reader: Identity, @IdParam('grant') grant: Uuid): Promise<SeeOther> {
    if (!(await this.breakGlass.review(reader, grant))) throw new NotFoundException();
    return new SeeOther('/supervision');
  }
}
