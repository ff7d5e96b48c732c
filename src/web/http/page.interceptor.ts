import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { Views } from '../view/views.js';
import { Page, type PageRequest, SeeOther } from './page.js';

/** Turns what a controller answered into HTML or a redirect. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly views: Views) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<PageRequest>();
    const response = http.getResponse<Response>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof SeeOther) return redirect(response, answer);
        if (!(answer instanceof Page) || !request.page) return answer;
        const { status = 200 } = answer.more;
        const refused = request.page.again === 'outOfDate' && status === 200;
        response.status(refused ? 403 : status).type('html');
        return this.views.render(answer, request.page, request.method);
      }),
    );
  }
}

function redirect(response: Response, { to, clear }: SeeOther): void {
  if (clear) response.set('Clear-Site-Data', '"cache"');
  response.redirect(303, to);
}
