import { Body, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  credentialsOf,
  endedSessionCookie,
  type Identity,
  sessionCookie,
  SessionsService,
  TooManyTries,
} from '../../../access/index.js';
import { CONFIG, type Config } from '../../../config/index.js';
import { postedForm, valueOf } from '../../forms/posted.js';
import {
  Asked,
  KeptForms,
  OpenToAll,
  Page,
  PageContexts,
  PageController,
  type PageRequest,
  SeeOther,
} from '../../http/index.js';
import { keptPage, signInPage } from './view-model.js';

/** A neutral public page, for whoever has to leave at once. */
const elsewhere = 'https://www.google.com/';

@PageController()
export class SignInController {
  private readonly secure: boolean;

  constructor(
    private readonly sessions: SessionsService,
    private readonly contexts: PageContexts,
    private readonly forms: KeptForms,
    @Inject(CONFIG) config: Config,
  ) {
    this.secure = config.environment === 'production';
  }

  @Get('sign-in')
  @OpenToAll(true)
  show(@Asked('next') next?: string): Page {
    return signInPage({ username: '', next: ownPath(next) });
  }

  @Post('sign-in')
  @OpenToAll(true)
  async signIn(
    @Body() body: unknown,
    @Req() request: PageRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | SeeOther> {
    const form = postedForm(body);
    const [username = '', password = '', code] = ['username', 'password', 'code'].map((name) =>
      valueOf(form, name),
    );
    const asked = {
      username,
      next: ownPath(valueOf(form, 'next')),
      kept: valueOf(form, '_kept') || undefined,
    };
    if (!username || !password) return signInPage({ ...asked, fault: 'empty' });
    try {
      const address = request.ip ?? '';
      const answer = await this.sessions.signIn({ username, password, code: code || undefined, address });
      if (answer.kind === 'refused') return signInPage({ ...asked, fault: answer.reason });
      response.append('set-cookie', sessionCookie(answer.token, { secure: this.secure }));
      return await this.onward(request, answer.identity, asked);
    } catch (fault) {
      if (fault instanceof TooManyTries) return signInPage({ ...asked, fault: 'tooMany' });
      throw fault;
    }
  }

  /** To the page that was asked for, or back to the form that she was filling in. */
  private async onward(
    request: PageRequest,
    reader: Identity,
    { next, kept }: { readonly next: string; readonly kept?: string | undefined },
  ): Promise<Page | SeeOther> {
    const form = kept && this.forms.open(kept, reader.accountId);
    if (!form) return new SeeOther(next);
    await this.contexts.signedIn(request, reader);
    return keptPage(form);
  }

  @Post('sign-out')
  async signOut(
    @Req() request: PageRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SeeOther> {
    await this.end(request, response);
    return new SeeOther('/sign-in', true);
  }

  /** The quick way out: signed out and on another site with one press, also without a token. */
  @Get('leave')
  @OpenToAll(true)
  async leave(
    @Req() request: PageRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SeeOther> {
    await this.end(request, response);
    return new SeeOther(elsewhere, true);
  }

  private async end(request: PageRequest, response: Response): Promise<void> {
    const credentials = credentialsOf({ cookie: request.headers.cookie });
    if (credentials) await this.sessions.signOut(credentials.secret);
    response.append('set-cookie', endedSessionCookie({ secure: this.secure }));
  }
}

/** Only an address of our own: never another site. */
function ownPath(path: string | undefined): string {
  return path && /^\/(?![/\\])[\w\-/]*$/.test(path) ? path : '/';
}
