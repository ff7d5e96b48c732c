import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Language } from '#libs/vocabulary';
import { BodiesService, type Identity, SessionsService } from '../../access/index.js';
import { CONFIG, type Config } from '../../config/index.js';
import { Database, domainNow, nobody } from '../../platform/index.js';
import { News } from '../../worklists/index.js';
import { isLanguage } from '../words/words.js';
import { readCookie, strictCookie } from './cookies.js';
import { KeptForms } from './kept-forms.js';
import { fieldOf, type PageContext, type PageRequest } from './page.js';

const languageCookie = 'nrm_language';
export const formCookie = 'nrm_form';
/** Pressed in a form: the language in which it is shown again as it is filled in. */
export const languageField = '_language';
const year = 31_536_000_000;

/** The stream of an open page, and the list that it reads again when something is new. */
const asksByItself = ({ path, headers }: PageRequest): boolean =>
  path === '/live' || headers['x-by-itself'] !== undefined;

/** Finds out who reads, in which language, and at what domain time; sets the cookies that remember it. */
@Injectable()
export class PageContexts {
  constructor(
    private readonly sessions: SessionsService,
    private readonly bodies: BodiesService,
    private readonly database: Database,
    private readonly news: News,
    private readonly forms: KeptForms,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(request: PageRequest, response: Response): Promise<PageContext> {
    if (request.page) return request.page;
    const { cookie } = request.headers;
    const [identity, now] = await Promise.all([
      this.sessions.identify({ cookie }, { byItself: asksByItself(request) }),
      this.database.inTransaction(nobody, domainNow),
    ]);
    request.page = {
      formToken: identity ? '' : this.anonymousToken(response, readCookie(cookie, formCookie)),
      ...(identity ? await this.readBy(identity) : {}),
      language: this.language(request, response, identity),
      now: now.toISOString(),
      training: this.config.clock === 'training',
      path: request.path,
      query: request.originalUrl.split('?')[1] ?? '',
    };
    response.set('Content-Language', request.page.language);
    return request.page;
  }

  /** The same page for who has just signed in. */
  async signedIn(request: PageRequest, reader: Identity): Promise<void> {
    if (request.page) request.page = { ...request.page, ...(await this.readBy(reader)) };
  }

  private async readBy(reader: Identity) {
    return {
      reader,
      body: (await this.bodies.byId(reader.bodyId))?.name,
      news: await this.news.of(reader),
      formToken: reader.csrfToken ?? '',
      formOwner: this.forms.ownerOf(reader.accountId),
    };
  }

  private language(request: PageRequest, response: Response, reader: Identity | null): Language {
    const asked = request.query['lang'] ?? fieldOf(request, languageField);
    const kept = readCookie(request.headers.cookie, languageCookie);
    if (!isLanguage(asked)) return isLanguage(kept) ? kept : (reader?.language ?? 'az');
    response.cookie(languageCookie, asked, { ...this.cookie(), maxAge: year });
    return asked;
  }

  /** Before sign-in there is no session to bind a form to: the same random value in a cookie and in the form. */
  private anonymousToken(response: Response, kept: string | undefined): string {
    if (kept?.length === 43) return kept;
    const token = randomBytes(32).toString('base64url');
    response.cookie(formCookie, token, this.cookie());
    return token;
  }

  private cookie() {
    return strictCookie(this.config.environment === 'production');
  }
}
