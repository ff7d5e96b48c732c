import { ForbiddenException, Get } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { HouseBeds } from '../../../shelters/index.js';
import { Asked, Here, Page, type PageContext, PageController, Reader } from '../../http/index.js';
import { keepsHouse, overseesHouse } from '../../view/navigation.js';
import { calendarShown, countsOf, daysOf, monthOf, roomsShown } from './beds.js';

/** Rooms and beds of the own house, and its months. Who supervises it reads them too. */
@PageController('shelter')
export class BedsController {
  constructor(private readonly beds: HouseBeds) {}

  @Get('beds')
  async rooms(@Reader() reader: Identity, @Here() { language }: PageContext): Promise<Page> {
    assertOfHouse(reader);
    const rooms = await this.beds.now(reader);
    const keeps = keepsHouse(reader);
    const model = { at: 'beds', keeps, counts: countsOf(rooms), rooms: roomsShown(rooms, language) };
    return new Page('shelter/beds.njk', 'shelter.place.beds', model);
  }

  @Get('occupancy')
  async occupancy(
    @Reader() reader: Identity,
    @Here() { language, now }: PageContext,
    @Asked('month') asked?: string,
    @Asked('room') room?: string,
  ): Promise<Page> {
    assertOfHouse(reader);
    const month = monthOf(asked, now);
    const nights = await this.beds.nights(reader, ...daysOf(month));
    const calendar = calendarShown(nights, { month, room, now, language });
    return new Page('shelter/occupancy.njk', 'shelter.place.occupancy', {
      at: 'occupancy',
      keeps: keepsHouse(reader),
      ...calendar,
    });
  }
}

function assertOfHouse(reader: Identity): void {
  if (!keepsHouse(reader) && !overseesHouse(reader)) throw new ForbiddenException();
}
