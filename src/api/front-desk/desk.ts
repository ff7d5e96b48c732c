import type { Express, RequestHandler } from 'express';
import { jsonBody } from './json-body.js';
import { ProblemFilter } from './problem-filter.js';
import { saysLanguage } from './reader-language.js';
import { answersJson, knownRoutes } from './routes.js';

const filter = new ProblemFilter();

/** What every request to the interface passes before a controller sees it; a fault is answered here. */
export const frontDesk = (express: Express): RequestHandler[] =>
  [neverKept, knownRoutes(() => express.router.stack as never), answersJson(), jsonBody()].map(
    answeringFaults,
  );

const neverKept: RequestHandler = (request, response, next) => {
  response.set('cache-control', 'no-store');
  saysLanguage(request, response);
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
