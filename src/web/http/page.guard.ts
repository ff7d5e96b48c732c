import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { csrfFits } from '../../access/index.js';
import { readCookie } from './cookies.js';
import { KeptForms } from './kept-forms.js';
import { OpenToAll } from './open-to-all.js';
import { formCookie, languageField, PageContexts } from './page-contexts.js';
import { fieldOf, type PageContext, type PageRequest, SignInNeeded } from './page.js';
import { protect } from './security-headers.js';
import { ShowsAgain } from './shows-again.js';

/** First at every page: headers, reader, the form's token, and sign-in where the page needs it. */
@Injectable()
export class PageGuard implements CanActivate {
  constructor(
    private readonly contexts: PageContexts,
    private readonly forms: KeptForms,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<PageRequest>();
    const response = http.getResponse<Response>();
    protect(response);
    const page = await this.contexts.of(request, response);
    const marked = (mark: typeof OpenToAll) =>
      this.reflector.getAllAndOverride(mark, [context.getHandler(), context.getClass()]) ?? false;
    const [open, showsAgain] = [marked(OpenToAll), marked(ShowsAgain)];
    const isForm = request.method === 'POST';
    if (!open && !page.reader)
      throw new SignInNeeded(isForm && showsAgain ? this.forms.keep(request.path, request.body) : undefined);
    if (isForm) request.page = { ...page, again: this.again(request, page, { open, showsAgain }) };
    return true;
  }

  /** @throws ForbiddenException for a form whose token is not the reader's and which was not made for her account */
  private again(
    request: PageRequest,
    { formToken, reader }: PageContext,
    { open, showsAgain }: { open: boolean; showsAgain: boolean },
  ): PageContext['again'] {
    const given = fieldOf(request, '_csrf');
    const fits = (token: string | undefined) => csrfFits(token, given);
    if (fits(formToken)) return showsAgain ? whyAgain(request) : undefined;
    if (open && fits(readCookie(request.headers.cookie, formCookie))) return undefined;
    if (showsAgain && reader && this.forms.isOf(reader.accountId, request.body)) return 'outOfDate';
    throw new ForbiddenException();
  }
}

function whyAgain(request: PageRequest): PageContext['again'] {
  if (fieldOf(request, '_again')) return 'signedIn';
  return fieldOf(request, languageField) ? 'otherLanguage' : undefined;
}
