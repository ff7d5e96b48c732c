import { ForbiddenException, Get } from '@nestjs/common';
import { addDuration, localDay } from '#libs/calendar';
import type { Identity } from '../../../access/index.js';
import { Children } from '../../../guardianship/index.js';
import { Asked, Here, Page, type PageContext, PageController, Reader } from '../../http/index.js';
import { childrenShown, comingOfAgeShown, visitsShown } from './view-model.js';

/** Planning begins so long before a child comes of age. */
const ahead = 'P6M';

/** The children of a guardianship body: who waits, whom to visit, who comes of age. */
@PageController('children')
export class ChildrenController {
  constructor(private readonly children: Children) {}

  @Get()
  async queue(@Reader() reader: Identity, @Asked('cursor') cursor?: string): Promise<Page> {
    assertGuardianship(reader);
    const { items, next } = await this.children.queue(reader, { cursor });
    return new Page('children/queue.njk', 'children.title', { at: 'queue', ...childrenShown(items), next });
  }

  @Get('visits')
  async visits(@Reader() reader: Identity): Promise<Page> {
    assertGuardianship(reader);
    const items = visitsShown(await this.children.visitsDue(reader));
    return new Page('children/visits.njk', 'children.title', { at: 'visits', items });
  }

  @Get('coming-of-age')
  async comingOfAge(@Reader() reader: Identity, @Here() { now, language }: PageContext): Promise<Page> {
    assertGuardianship(reader);
    const until = localDay(addDuration(now, ahead)).slice(0, 7);
    const items = comingOfAgeShown(await this.children.comingOfAge(reader, until), language);
    return new Page('children/coming-of-age.njk', 'children.title', { at: 'comingOfAge', items });
  }
}

function assertGuardianship({ role }: Identity): void {
  if (role !== 'guardianshipOfficer') throw new ForbiddenException();
}
