import { randomUUID } from 'node:crypto';
import { Body, Get, NotFoundException, Post } from '@nestjs/common';
import type { z } from 'zod';
import type { Body as ActingBody, Uuid } from '#libs/vocabulary';
import { BodiesService, type Identity } from '../../../access/index.js';
import type { Posted } from '../../forms/posted.js';
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
import { bodyForm, newBodyForm } from './account-forms.js';
import { assertAdministers } from './administers.js';
import { type AdminForm, formPage, keep } from './kept.js';

/** Bodies: added, changed, closed and opened again. */
@PageController('admin/bodies')
export class BodiesController {
  constructor(private readonly bodies: BodiesService) {}

  @Get('new')
  async ask(@Reader() reader: Identity, @Here() here: PageContext): Promise<Page> {
    assertAdministers(reader);
    return formPage(await this.adding(here), {});
  }

  @Post('new')
  @ShowsAgain(true)
  async add(@Reader() reader: Identity, @Here() here: PageContext, @Body() body: unknown) {
    assertAdministers(reader);
    return keep(await this.adding(here), body, async (asked) => {
      await this.bodies.save(reader, bodyOf(randomUUID(), { ...asked, active: true }));
      return new SeeOther('/admin');
    });
  }

  @Get(':body')
  async show(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @IdParam('body') id: Uuid,
  ): Promise<Page> {
    const known = await this.found(reader, id);
    return formPage(await this.changing(known, here), typedBody(known));
  }

  @Post(':body')
  @ShowsAgain(true)
  async change(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @IdParam('body') id: Uuid,
    @Body() body: unknown,
  ) {
    const known = await this.found(reader, id);
    return keep(await this.changing(known, here), body, async (asked) => {
      await this.bodies.save(reader, bodyOf(id, asked));
      return new SeeOther('/admin');
    });
  }

  private async adding(here: PageContext): Promise<AdminForm<typeof newBodyForm>> {
    const bodies = (await this.bodies.all()).filter(({ active }) => active);
    return { title: 'newBody', schema: newBodyForm, here, bodies, back: '/admin' };
  }

  /** A body is not its own parent. */
  private async changing({ id, name }: ActingBody, here: PageContext): Promise<AdminForm<typeof bodyForm>> {
    const bodies = (await this.bodies.all()).filter((other) => other.id !== id);
    return { title: 'body', schema: bodyForm, here, bodies, back: '/admin', about: name[here.language] };
  }

  private async found(reader: Identity, id: Uuid): Promise<ActingBody> {
    assertAdministers(reader);
    const known = await this.bodies.byId(id);
    if (!known) throw new NotFoundException();
    return known;
  }
}

const bodyOf = (id: Uuid, asked: z.output<typeof bodyForm>): ActingBody => ({
  id,
  code: asked.code,
  kind: asked.kind,
  name: { az: asked.nameAz, en: asked.nameEn },
  parentId: asked.parentId ?? null,
  district: asked.region ?? null,
  active: asked.active,
});

/** A body as its form shows it. */
const typedBody = ({ code, kind, name, parentId, district, active }: ActingBody): Posted => ({
  nameAz: name.az,
  nameEn: name.en,
  code,
  kind,
  parentId: parentId ?? '',
  region: district ?? '',
  active: active ? 'yes' : 'no',
});
