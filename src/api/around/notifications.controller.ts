import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { reasonWords } from '#libs/procedures';
import type { Identity } from '../../access/index.js';
import { NotificationsService } from '../../notifications/index.js';
import { ApiController, Problem, Who } from '../front-desk/index.js';
import {
  notificationQuery,
  notificationsAnswer,
  readBody,
  readAnswer,
  type NotificationQuery,
  type ReadBody,
} from './notifications.schemas.js';

@ApiController('notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @ApiOperation({
    operationId: 'listNotifications',
    summary: 'What the own body was told, the newest first; codes only',
  })
  @ApiOkResponse({ standardSchema: notificationsAnswer })
  list(@Who() who: Identity, @Query({ schema: notificationQuery }) { unread, ...page }: NotificationQuery) {
    return this.notifications.list(who, { ...page, unread: unread === 'true' || undefined });
  }

  @Post('read')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'markNotificationsRead',
    summary: 'Note for the whole body that these were read: by a person, not by a token',
  })
  @ApiOkResponse({ standardSchema: readAnswer })
  async read(@Who() who: Identity, @Body({ schema: readBody }) { ids }: ReadBody) {
    const read = await this.notifications.markRead(who, ids);
    if (read === null) throw new Problem(403, 'person-needed', { detail: reasonWords('person-needed') });
    return { read };
  }
}
