import { Body, Get, Post } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { MailAddresses } from '../../../mail/index.js';
import { DatabaseError } from '../../../platform/index.js';
import { postedForm, valueOf } from '../../forms/posted.js';
import { Page, PageController, Reader, SeeOther } from '../../http/index.js';

/** Where the reader wants to be told by mail that there is something to read. */
@PageController('notifications/mail')
export class MailController {
  constructor(private readonly addresses: MailAddresses) {}

  @Get()
  async show(@Reader() reader: Identity): Promise<Page> {
    const { address, deliveries } = await this.addresses.own(reader);
    return new Page('mail/mail.njk', 'mail.title', { typed: address ?? '', address, deliveries });
  }

  @Post()
  async change(@Reader() reader: Identity, @Body() body: unknown): Promise<Page | SeeOther> {
    const form = postedForm(body);
    const typed = valueOf(form, 'address').trim();
    const address = valueOf(form, 'forget') ? null : typed;
    try {
      await this.addresses.change(reader, address);
      return new SeeOther('/notifications/mail');
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.kind !== 'check') throw error;
      const own = await this.addresses.own(reader);
      const model = { ...own, typed, fault: true };
      return new Page('mail/mail.njk', 'mail.title', model, { status: 422, hasFaults: true });
    }
  }
}
