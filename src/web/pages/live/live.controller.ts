import { Get, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Identity, SessionsService } from '../../../access/index.js';
import { Here, type PageContext, PageController, type PageRequest, Reader } from '../../http/index.js';
import { say } from '../../words/words.js';
import { LiveRoom } from './live-room.js';

/** Server-sent events of an open page: how much waits for its reader. A page without script never asks. */
@PageController('live')
export class LiveController {
  constructor(
    private readonly room: LiveRoom,
    private readonly sessions: SessionsService,
  ) {}

  @Get()
  listen(
    @Reader() identity: Identity,
    @Here() { language }: PageContext,
    @Req() request: PageRequest,
    @Res() response: Response,
  ): void {
    const { cookie } = request.headers;
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' });
    response.set('X-Accel-Buffering', 'no');
    response.flushHeaders();
    // Milliseconds. Whose stream was ended asks again, and not at once.
    response.write('retry: 30000\n\n');
    const leave = this.room.join({
      identity,
      mayStay: async () => (await this.sessions.identify({ cookie }, { byItself: true })) !== null,
      tell: (news) => {
        const text = say(language, 'live.changed', { ...news });
        response.write(`data: ${JSON.stringify({ ...news, text })}\n\n`);
      },
      close: () => response.end(),
    });
    response.once('close', leave);
  }
}
