import { Body, Get, Post } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { NotificationsService } from '../../../notifications/index.js';
import { postedForm, valuesOf } from '../../forms/posted.js';
import { Asked, Page, PageController, Reader, SeeOther } from '../../http/index.js';
import { grouped } from './view-model.js';

/** The pages that follow the first tell only of what was read. */
const nothingUnread = { asks: [], tells: [] };

const uuid = /^[0-9a-f-]{36}$/;

@PageController('notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  async show(@Reader() reader: Identity, @Asked('cursor') cursor?: string): Promise<Page> {
    const [unread, { items: read, next }] = await Promise.all([
      cursor ? nothingUnread : this.notifications.unread(reader),
      this.notifications.list(reader, { cursor, unread: false }),
    ]);
    const model = {
      groups: grouped({ ...unread, read }),
      unread: [...unread.asks, ...unread.tells].map(({ id }) => id),
      next,
    };
    return new Page('notifications/notifications.njk', 'notifications.title', model);
  }

  @Post('read')
  async read(@Reader() reader: Identity, @Body() body: unknown): Promise<SeeOther> {
    const ids = valuesOf(postedForm(body), 'id').filter((id) => uuid.test(id));
    await this.notifications.markRead(reader, ids);
    return new SeeOther('/notifications');
  }
}
