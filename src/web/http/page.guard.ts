import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { csrfFits } from '../../access/index.js';
import { OpenToAll } from './open-to-all.js';
import { PageContexts } from './page-contexts.js';
import { type PageRequest, SignInNeeded } from './page.js';
import { protect } from './security-headers.js';

/** First at every page: headers, reader, the form's token, and sign-in where the page needs it. */
@Injectable()
export class PageGuard implements CanActivate {
  constructor(
    private readonly contexts: PageContexts,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<PageRequest>();
    const response = http.getResponse<Response>();
    protect(response);
    const page = await this.contexts.of(request, response);
    const open = this.reflector.getAllAndOverride(OpenToAll, [context.getHandler(), context.getClass()]);
    if (!open && !page.reader) throw new SignInNeeded();
    if (request.method === 'POST' && !csrfFits(page.formToken, tokenOf(request)))
      throw new ForbiddenException();
    return true;
  }
}

const tokenOf = (request: PageRequest): unknown =>
  (request.body as Record<string, unknown> | undefined)?.['_csrf'];
