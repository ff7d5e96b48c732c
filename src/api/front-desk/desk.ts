import type { Express, RequestHandler } from 'express';
import { jsonBody } from './json-body.js';
import { ProblemFilter } from './problem-filter.js';
import { answersJson, knownRoutes } from './routes.js';

const filter = new ProblemFilter();

/** What every request to the interface passes before a controller sees it; a fault is answered here. */
export const frontDesk = (express: Express): RequestHandler[] =>
  [knownRoutes(() => express.router.stack as never), answersJson(), jsonBody(), neverKept].map(
    answeringFaults,
  );

const neverKept: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

const answeringFaults =
  (step: RequestHandler): RequestHandler =>
  (request, response, next) => {
    const done = (fault?: unknown) => (fault ? filter.answer(fault, request, response) : next());
    if (request.path === '/docs' || request.path.startsWith('/docs/')) return next();
    try {
      void step(request, response, done);
    } catch (fault) {
      done(fault);
    }
  };
