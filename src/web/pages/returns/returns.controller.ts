import { Body, ForbiddenException, Get, Post } from '@nestjs/common';
import { type Identity, TooManyTries } from '../../../access/index.js';
import { type ConsentNow, Returns } from '../../../identification/index.js';
import { postedForm, valueOf } from '../../forms/posted.js';
import { Page, PageController, Reader } from '../../http/index.js';
import { mayOpen } from '../../view/navigation.js';

const answers: readonly ConsentNow[] = ['yes', 'no', 'notAsked'];

/** The way back of who refused, with the code she kept. A right code and a wrong one are answered alike. */
@PageController('returns')
export class ReturnsController {
  constructor(private readonly returns: Returns) {}

  @Get()
  show(@Reader() reader: Identity): Page {
    assertMayOpen(reader);
    return page({});
  }

  @Post()
  async comeBack(@Reader() reader: Identity, @Body() body: unknown): Promise<Page> {
    assertMayOpen(reader);
    const form = postedForm(body);
    const code = valueOf(form, 'code').trim();
    const consent = answers.find((answer) => answer === valueOf(form, 'consent')) ?? 'notAsked';
    if (!code) return page({ fault: 'empty', consent });
    try {
      await this.returns.comeBack(reader, { code, consent });
      return page({ received: true });
    } catch (fault) {
      if (fault instanceof TooManyTries) return page({ fault: 'tooMany', consent });
      throw fault;
    }
  }
}

function page(model: { fault?: 'empty' | 'tooMany'; consent?: ConsentNow; received?: boolean }): Page {
  const status = model.fault === 'tooMany' ? 429 : model.fault ? 422 : 200;
  const hasFaults = model.fault !== undefined;
  return new Page('returns/returns.njk', 'returns.title', model, { status, hasFaults });
}

function assertMayOpen({ role }: Identity): void {
  if (!mayOpen(role)) throw new ForbiddenException();
}
