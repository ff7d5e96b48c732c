import { Body, ForbiddenException, Get, Post } from '@nestjs/common';
import { type Identity, TooManyTries } from '../../../access/index.js';
import { type ConsentNow, Returns } from '../../../identification/index.js';
import { postedForm, valueOf } from '../../forms/posted.js';
import { Here, Page, type PageContext, PageController, Reader, ShowsAgain } from '../../http/index.js';
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
  @ShowsAgain(true)
  async comeBack(
    @Reader() reader: Identity,
    @Here() { again }: PageContext,
    @Body() body: unknown,
  ): Promise<Page> {
    assertMayOpen(reader);
    const form = postedForm(body);
    const code = valueOf(form, 'code').trim();
    const consent = answers.find((answer) => answer === valueOf(form, 'consent')) ?? 'notAsked';
    if (again) return page({ code, consent });
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

interface Shown {
  readonly fault?: 'empty' | 'tooMany';
  readonly code?: string;
  readonly consent?: ConsentNow;
  readonly received?: boolean;
}

function page(model: Shown): Page {
  const status = model.fault === 'tooMany' ? 429 : model.fault ? 422 : 200;
  const hasFaults = model.fault !== undefined;
  return new Page('returns/returns.njk', 'returns.title', model, { status, hasFaults });
}

function assertMayOpen({ role }: Identity): void {
  if (!mayOpen(role)) throw new ForbiddenException();
}
