import { Body, Get, Post } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { News, Search, Worklist, worklistQuery } from '../../../worklists/index.js';
import { postedForm, valueOf } from '../../forms/posted.js';
import {
  Asked,
  Here,
  Page,
  type PageContext,
  PageController,
  Reader,
  SeeOther,
  ShowsAgain,
} from '../../http/index.js';
import { mayOpen, opensCases, oversees } from '../../view/navigation.js';
import { grouped, rowsShown } from './view-model.js';

@PageController()
export class WorklistController {
  constructor(
    private readonly worklist: Worklist,
    private readonly finder: Search,
    private readonly news: News,
  ) {}

  @Get()
  async show(
    @Reader() reader: Identity,
    @Asked('cursor') cursor?: string,
    @Asked('over') over?: string,
  ): Promise<Page | SeeOther> {
    if (reader.role === 'administrator') return new SeeOther('/admin');
    return this.list(reader, cursor, { isOver: over === '1' });
  }

  @Post('search')
  @ShowsAgain(true)
  async search(
    @Reader() reader: Identity,
    @Here() { again }: PageContext,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = postedForm(body);
    const text = valueOf(form, 'text').trim().slice(0, 200);
    if (!text) return new SeeOther(placeOf(valueOf(form, 'cursor')));
    if (again) return this.list(reader, valueOf(form, 'cursor'), { text });
    const { items } = await this.finder.find(reader, text);
    return new Page('worklist/found.njk', 'search.title', { items: rowsShown(items), text });
  }

  private async list(
    reader: Identity,
    cursor: string | undefined,
    { text = '', isOver = false }: { readonly text?: string; readonly isOver?: boolean },
  ): Promise<Page | SeeOther> {
    const query = worklistQuery.safeParse(cursor ? { cursor } : {});
    if (!query.success) return new SeeOther('/');
    const [{ items, next }, { handoffs: waiting }] = await Promise.all([
      this.worklist.cases(reader, query.data),
      this.news.of(reader),
    ]);
    const model = {
      groups: items.length > 0 || opensCases(reader.role) ? grouped(items) : undefined,
      next,
      first: !cursor,
      cursor,
      waiting: oversees(reader.role) ? 0 : waiting,
      mayOpen: mayOpen(reader.role),
      text,
      isOver,
    };
    return new Page('worklist/worklist.njk', 'worklist.title', model);
  }
}

const placeOf = (cursor: string): string => (cursor ? `/?cursor=${encodeURIComponent(cursor)}` : '/');
