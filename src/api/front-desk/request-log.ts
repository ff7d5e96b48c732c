import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';
import { observeRequest } from '../metrics/index.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** Drawn for each request; the only thing that joins a log line to an answer. */
    id: string;
  }
}

/** One line for each answer: id, method, route pattern, status and time. Never the address, the query or the body. */
export function requestLog(): RequestHandler {
  const log = new Logger('Request');
  return (request, response, next) => {
    request.id = randomUUID();
    response.set('x-request-id', request.id);
    const started = process.hrtime.bigint();
    response.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const labels = { method: request.method, route: routeOf(request), status: response.statusCode };
      observeRequest(labels, seconds);
      log.log({ requestId: request.id, ...labels, ms: Math.round(seconds * 1000) });
    });
    next();
  };
}

/** The pattern, e.g. `/api/v1/cases/:id`. An address that no route took is not named: it may hold anything. */
const routeOf = (request: Request): string => {
  const { path } = (request.route ?? {}) as { path?: unknown };
  return typeof path === 'string' ? path : 'none';
};
