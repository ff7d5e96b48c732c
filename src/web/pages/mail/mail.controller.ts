import { Body, Get, Post } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { MailAddresses } from '../../../mail/index.js';
import { DatabaseError } from '../../../platform/index.js';
import { postedForm, valueOf } from '../../forms/posted.js';
import {
  Here,
  Page,
  type PageContext,
  PageController,
  Reader,
  SeeOther,
  ShowsAgain,
} from '../../http/index.js';

/** Where the reader wants to be told by mail that there is something to read. */
@PageController('notifications/mail')
export class MailController {
  constructor(private readonly addresses: MailAddresses) {}

  @Get()
  async show(@Reader() reader: Identity): Promise<Page> {
    return this.form(reader);
  }

  @Post()
  @ShowsAgain(true)
  async change(
    @Reader() reader: Identity,
    @Here() { again }: PageContext,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = postedForm(body);
    const typed = valueOf(form, 'address').trim();
    if (again) return this.form(reader, { typed });
    const address = valueOf(form, 'forget') ? null : typed;
    try {
      await this.addresses.change(reader, address);
      return new SeeOther('/notifications/mail');
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.kind !== 'check') throw error;
      return this.form(reader, { typed, fault: true });
    }
  }

  private async form(
    reader: Identity,
    { typed, fault = false }: { readonly typed?: string; readonly fault?: boolean } = {},
  ): Promise<Page> {
    const own = await this.addresses.own(reader);
    const model = { ...own, typed: typed ?? own.address ?? '', fault };
    return new Page('mail/mail.njk', 'mail.title', model, fault ? { status: 422, hasFaults: true } : {});
  }
}
