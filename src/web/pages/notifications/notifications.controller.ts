import { Body, Get, Post } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { NotificationsService } from '../../../notifications/index.js';
import { postedForm, valuesOf } from '../../forms/posted.js';
import { Asked, Page, PageController, Reader, SeeOther } from '../../http/index.js';
import { noticesShown } from './view-model.js';

const uuid = /^[0-9a-f-]{36}$/;

@PageController('notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  async show(@Reader() reader: Identity, @Asked('cursor') cursor?: string): Promise<Page> {
    const { items, next } = await this.notifications.list(reader, { cursor });
    const unread = items.filter(({ readAt }) => !readAt).map(({ id }) => id);
    const model = { notices: noticesShown(items), unread, next };
    return new Page('notifications/notifications.njk', 'notifications.title', model);
  }

  @Post('read')
  async read(@Reader() reader: Identity, @Body() body: unknown): Promise<SeeOther> {
    const ids = valuesOf(postedForm(body), 'id').filter((id) => uuid.test(id));
    await this.notifications.markRead(reader, ids);
    return new SeeOther('/notifications');
  }
}
