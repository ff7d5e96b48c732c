import { Get } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { HandoffsService } from '../../../handoffs/index.js';
import { Asked, Page, PageController, Reader } from '../../http/index.js';
import { handoffsShown } from './view-model.js';

/** Handoffs that came in, and those that went out. */
@PageController('inbox')
export class InboxController {
  constructor(private readonly handoffs: HandoffsService) {}

  @Get()
  async show(
    @Reader() reader: Identity,
    @Asked('box') box?: string,
    @Asked('cursor') cursor?: string,
  ): Promise<Page> {
    const shown = box === 'out' ? 'out' : 'in';
    const { items, next } = await this.handoffs.box(reader, { box: shown, cursor });
    return new Page('inbox/inbox.njk', 'inbox.title', {
      box: shown,
      items: handoffsShown(items, shown),
      next,
    });
  }
}
