import { ForbiddenException, Get } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { HouseBeds, HouseToday } from '../../../shelters/index.js';
import { Here, Page, type PageContext, PageController, Reader } from '../../http/index.js';
import { keepsHouse } from '../../view/navigation.js';
import { todayShown } from './today.js';

/** The house today: who is asked for, expected, here, away, missing or leaving. For its own workers. */
@PageController('shelter')
export class HouseController {
  constructor(
    private readonly today: HouseToday,
    private readonly beds: HouseBeds,
  ) {}

  @Get()
  async show(@Reader() reader: Identity, @Here() { language }: PageContext): Promise<Page> {
    if (!keepsHouse(reader)) throw new ForbiddenException();
    const [placed, rooms] = await Promise.all([this.today.of(reader), this.beds.now(reader)]);
    const free = rooms.flatMap(({ beds }) => beds).filter(({ state }) => state === 'free').length;
    const shown = todayShown(placed, free, language);
    return new Page('shelter/today.njk', 'shelter.place.today', { at: 'today', ...shown });
  }
}
