import { Get } from '@nestjs/common';
import { AdministrativeActs, BodiesService, type Identity } from '../../../access/index.js';
import { IndicatorCatalogues } from '../../../identification/index.js';
import { Here, Page, type PageContext, PageController, Reader } from '../../http/index.js';
import { assertAdministers } from './administers.js';
import { bodiesShown, listsShown, movesShown, unverified } from './view-model.js';

/** Accounts and settings only: an administrator sees no case. */
@PageController('admin')
export class AdminController {
  constructor(
    private readonly bodies: BodiesService,
    private readonly catalogues: IndicatorCatalogues,
    private readonly acts: AdministrativeActs,
  ) {}

  @Get()
  async show(@Reader() reader: Identity, @Here() { language }: PageContext): Promise<Page> {
    assertAdministers(reader);
    const bodies = bodiesShown(await this.bodies.all(), language);
    const lists = listsShown(this.catalogues.listed, language);
    const { items, next } = await this.acts.list(reader);
    const moves = { moves: movesShown(items, language), moreMoves: next !== undefined };
    return new Page('admin/admin.njk', 'admin.title', { bodies, lists, ...moves, ...unverified(language) });
  }
}
