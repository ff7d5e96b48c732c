import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Injectable,
  Logger,
} from '@nestjs/common';
import type { Response } from 'express';
import { TooManyTries } from '../../access/index.js';
import { CaseFault, statusOfRefusal } from '../../cases/index.js';
import { DatabaseError } from '../../platform/index.js';
import { CursorFault } from '../../platform/keyset/index.js';
import { signInPage } from '../pages/sign-in/view-model.js';
import { Views } from '../view/views.js';
import { Page, type PageRequest, SignInNeeded } from './page.js';
import { PageContexts } from './page-contexts.js';
import { protect } from './security-headers.js';

const pagesByStatus = [400, 403, 404, 409, 412, 413, 422, 429, 500, 503];

/** Every fault as a page in the reader's language. The same 404 for what does not exist and what one may not know. */
@Catch()
@Injectable()
export class PageFaults implements ExceptionFilter {
  private readonly log = new Logger('Pages');

  constructor(
    private readonly contexts: PageContexts,
    private readonly views: Views,
  ) {}

  async catch(fault: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<PageRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return;
    const kept = fault instanceof SignInNeeded ? fault.kept : undefined;
    if (fault instanceof SignInNeeded && !kept) return response.redirect(303, signInAddress(request));
    const status = kept ? 401 : statusOf(fault);
    if (status >= 500) this.log.error(nameOf(fault), fault instanceof Error ? fault.stack : undefined);
    protect(response);
    try {
      await this.contexts.of(request, response);
    } catch {
      this.log.error('no reader could be found for a page of faults');
    }
    const page = kept ? signInPage({ username: '', next: '/', kept }) : faultPage(status);
    const context = request.page ?? this.nobody(request);
    const html = this.views.render(page, context, request.method);
    response.set('Content-Language', context.language);
    response.status(status).type('html').send(html);
  }

  /** When even the reader cannot be found out (the database is away), the page still says so. */
  private nobody(request: PageRequest) {
    const lang = request.query['lang'] === 'en' ? ('en' as const) : ('az' as const);
    return {
      language: lang,
      formToken: '',
      now: new Date().toISOString(),
      training: false,
      path: request.path,
      query: '',
    };
  }
}

export function faultPage(status: number): Page {
  const known = pagesByStatus.includes(status) ? status : status >= 500 ? 500 : 404;
  return new Page('fault/fault.njk', `fault.${known}.title`, { fault: known }, { status });
}

export function statusOf(fault: unknown): number {
  if (fault instanceof HttpException) return fault.getStatus();
  if (fault instanceof CaseFault) return statusOfCaseFault(fault);
  if (fault instanceof TooManyTries) return 429;
  if (fault instanceof CursorFault) return 400;
  if (fault instanceof DatabaseError && (fault.retryable || fault.kind === 'timed-out')) return 503;
  return 500;
}

function statusOfCaseFault({ code, detail }: CaseFault): number {
  if (code === 'not-found') return 404;
  if (code === 'changed-since-you-looked') return 412;
  if (code !== 'refused') return 422;
  return statusOfRefusal(detail.refusal?.code ?? '');
}

const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : typeof fault);

/** After sign-in only a page that was read is shown again, never a form that was posted. */
function signInAddress(request: PageRequest): string {
  if (request.method !== 'GET' || request.path === '/') return '/sign-in';
  return `/sign-in?next=${encodeURIComponent(request.path)}`;
}
