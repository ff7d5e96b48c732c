import type { RequestHandler } from 'express';
import { Problem } from './problem.js';

interface Layer {
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

const unsafe = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Answers what no controller will: 404 for an unknown address, 405 with `Allow` for a known one that does not take the
 * method, 400 for an address that cannot be decoded. `layers` gives the routes once the application is up.
 */
export function knownRoutes(layers: () => readonly Layer[]): RequestHandler {
  return (request, response, next) => {
    const allowed = allowedMethods(layers(), request.baseUrl + request.path);
    if (allowed.length === 0) throw new Problem(404, 'not-found');
    if (request.method === 'OPTIONS') {
      response.status(204).set('allow', allowed.join(', ')).end();
      return;
    }
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    if (!allowed.includes(method)) {
      throw new Problem(405, 'method-not-allowed', { headers: { allow: allowed.join(', ') } });
    }
    next();
  };
}

function allowedMethods(layers: readonly Layer[], path: string): string[] {
  const routes = layers.filter((layer) => ofInterface(layer) && matches(layer, path));
  const methods = routes.flatMap(({ route }) =>
    Object.keys(route?.methods ?? {}).map((name) => name.toUpperCase()),
  );
  return [...new Set(methods)].sort();
}

/** Pages may have a route for any address at all; it answers none of ours. */
const ofInterface = ({ route }: Layer): boolean =>
  typeof route?.path === 'string' && route.path.startsWith('/api/');

function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    throw new Problem(400, 'malformed-path');
  }
}

/** 406 where the caller takes neither JSON nor problem documents. */
export function answersJson(): RequestHandler {
  return (request, _response, next) => {
    if (request.accepts('application/json', 'application/problem+json')) return next();
    throw new Problem(406, 'not-acceptable');
  };
}

export const isUnsafe = (method: string): boolean => unsafe.includes(method);
