import { ForbiddenException, Get } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { HouseBeds, HouseOversight, HouseToday } from '../../../shelters/index.js';
import { Page, PageController, Reader } from '../../http/index.js';
import { overseesHouse } from '../../view/navigation.js';
import { countsOf } from './beds.js';
import { recordShown } from './oversight.js';
import { rowShown } from './today.js';

/** A house as who supervises it sees it: occupancy, what is owed, restrictions, who left. No identities. */
@PageController('shelter/oversight')
export class OversightController {
  constructor(
    private readonly today: HouseToday,
    private readonly beds: HouseBeds,
    private readonly oversight: HouseOversight,
  ) {}

  @Get()
  async show(@Reader() reader: Identity): Promise<Page> {
    if (!overseesHouse(reader)) throw new ForbiddenException();
    const [placed, rooms, record] = await Promise.all([
      this.today.of(reader),
      this.beds.now(reader),
      this.oversight.of(reader),
    ]);
    const rows = placed.map(rowShown);
    return new Page('shelter/oversight.njk', 'shelter.place.oversight', {
      at: 'oversight',
      counts: countsOf(rooms),
      asked: rows.filter(({ group }) => group === 'asked'),
      late: rows.filter(({ stayPassed }) => stayPassed),
      missing: rows.filter(({ group }) => group === 'missing'),
      ...recordShown(record),
    });
  }
}
