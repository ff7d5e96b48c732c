import { Body, ForbiddenException, Get, NotFoundException, Post } from '@nestjs/common';
import type { z } from 'zod';
import type { Uuid } from '#libs/vocabulary';
import { type Identity, Veils } from '../../../access/index.js';
import { fieldFaults } from '../../../cases/index.js';
import { HouseBeds, HousesService } from '../../../shelters/index.js';
import { type Posted, postedForm } from '../../forms/posted.js';
import { readForm } from '../../forms/read-form.js';
import {
  Here,
  IdParam,
  type Page,
  type PageContext,
  PageController,
  Reader,
  SeeOther,
  ShowsAgain,
} from '../../http/index.js';
import { keepsHouse } from '../../view/navigation.js';
import { bedForm, houseForm, outOfServiceForm, roomForm } from './house-forms.js';
import { explained, formPage, schemaOf, typedHouse } from './keeping.js';

const beds = () => new SeeOther('/shelter/beds');

/** What the people of a house keep of it: itself, rooms, beds, and which of them nobody can be given. */
@PageController('shelter')
export class KeepingController {
  constructor(
    private readonly houses: HousesService,
    private readonly rooms: HouseBeds,
    private readonly veils: Veils,
  ) {}

  @Get('house')
  async house(@Reader() reader: Identity, @Here() here: PageContext): Promise<Page> {
    assertKeeps(reader);
    const bodies = await this.veils.directory(reader);
    const typed = typedHouse(await this.houses.own(reader));
    return formPage({ title: 'house', schema: houseForm, here, typed, bodies });
  }

  @Post('house')
  @ShowsAgain(true)
  async saveHouse(@Reader() reader: Identity, @Here() here: PageContext, @Body() body: unknown) {
    assertKeeps(reader);
    const bodies = await this.veils.directory(reader);
    return this.keep(
      { title: 'house', schema: houseForm, here, bodies },
      body,
      ({ region = null, ...house }) => this.houses.save(reader, { region, ...house }),
    );
  }

  @Get('rooms/new')
  newRoom(@Reader() reader: Identity, @Here() here: PageContext): Page {
    assertKeeps(reader);
    return formPage({ title: 'room', schema: roomForm, here, typed: {} });
  }

  @Post('rooms/new')
  @ShowsAgain(true)
  async addRoom(@Reader() reader: Identity, @Here() here: PageContext, @Body() body: unknown) {
    assertKeeps(reader);
    return this.keep({ title: 'room', schema: roomForm, here }, body, (room) =>
      this.houses.addRoom(reader, room),
    );
  }

  @Get('rooms/:room/beds/new')
  async newBed(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @IdParam('room') id: Uuid,
  ): Promise<Page> {
    const about = await this.roomOf(reader, id);
    return formPage({ title: 'bed', schema: bedForm, here, typed: {}, about });
  }

  @Post('rooms/:room/beds/new')
  @ShowsAgain(true)
  async addBed(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @IdParam('room') id: Uuid,
    @Body() body: unknown,
  ) {
    const about = await this.roomOf(reader, id);
    return this.keep({ title: 'bed', schema: bedForm, here, about }, body, ({ name }) =>
      this.houses.addBed(reader, id, name),
    );
  }

  @Get('beds/:bed/out-of-service')
  async takeOut(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @IdParam('bed') id: Uuid,
  ): Promise<Page> {
    const about = await this.bedOf(reader, id);
    return formPage({ title: 'outOfService', schema: outOfServiceForm, here, typed: {}, about });
  }

  @Post('beds/:bed/out-of-service')
  @ShowsAgain(true)
  async close(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @IdParam('bed') id: Uuid,
    @Body() body: unknown,
  ) {
    const about = await this.bedOf(reader, id);
    return this.keep({ title: 'outOfService', schema: outOfServiceForm, here, about }, body, ({ reason }) =>
      this.houses.closeBed(reader, id, reason),
    );
  }

  @Post('beds/:bed/back')
  async reopen(@Reader() reader: Identity, @IdParam('bed') id: Uuid): Promise<SeeOther> {
    assertKeeps(reader);
    if (!(await this.houses.reopenBed(reader, id))) throw new NotFoundException();
    return beds();
  }

  /** What was typed is kept, or shown again with what is wrong. */
  private async keep<S extends z.ZodObject>(
    form: { readonly schema: S } & Omit<Parameters<typeof formPage>[0], 'typed' | 'schema'>,
    body: unknown,
    save: (data: z.output<S>) => Promise<unknown>,
  ): Promise<Page | SeeOther> {
    const typed: Posted = postedForm(body);
    if (form.here.again) return formPage({ ...form, typed });
    const data = readForm(schemaOf(form.schema), typed);
    const read = form.schema.safeParse(data);
    if (!read.success) {
      return formPage({ ...form, typed, status: 422, faults: fieldFaults(read.error.issues, data) });
    }
    try {
      await save(read.data);
    } catch (fault) {
      return formPage({ ...form, typed, ...explained(fault, form.here.language) });
    }
    return beds();
  }

  private async roomOf(reader: Identity, id: Uuid): Promise<string> {
    assertKeeps(reader);
    const room = (await this.rooms.now(reader)).find((one) => one.id === id);
    if (!room) throw new NotFoundException();
    return room.name;
  }

  private async bedOf(reader: Identity, id: Uuid): Promise<string> {
    assertKeeps(reader);
    const all = (await this.rooms.now(reader)).flatMap((room) => room.beds);
    const bed = all.find((one) => one.id === id);
    if (!bed) throw new NotFoundException();
    return bed.name;
  }
}

function assertKeeps(reader: Identity): void {
  if (!keepsHouse(reader)) throw new ForbiddenException();
}
