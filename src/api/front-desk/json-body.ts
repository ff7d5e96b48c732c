import express, { type Request, type RequestHandler } from 'express';
import { pointerOf } from '../../cases/index.js';
import { Problem, type Fault } from './problem.js';

/** Largest body taken, in bytes. */
const BODY_LIMIT = 262_144;
const DEEPEST = 32;

const bytes = express.raw({ type: () => true, limit: BODY_LIMIT, inflate: false });
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a JSON body, and nothing else: UTF-8, uncompressed, of bounded size and depth, without hostile names. */
export function jsonBody(): RequestHandler {
  return (request, response, next) => {
    if (!hasBody(request)) return next();
    refuseOtherFormats(request);
    bytes(request, response, (error?: unknown) => next(error ? readFault(error) : faultIn(request)));
  };
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function refuseOtherFormats({ headers }: Request): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type !== 'application/json') {
    throw new Problem(415, 'unsupported-media-type', { headers: { accept: 'application/json' } });
  }
  const charset = parameters
    .find((part) => part.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  if (charset !== undefined && charset !== 'utf-8') throw new Problem(415, 'unsupported-charset');
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    throw new Problem(415, 'unsupported-encoding', { headers: { 'accept-encoding': 'identity' } });
  }
}

function readFault(error: unknown): unknown {
  const { type } = error as { type?: string };
  if (type === 'entity.too.large') return new Problem(413, 'body-too-large', { more: { limit: BODY_LIMIT } });
  if (type === 'request.aborted' || type === 'request.size.invalid')
    return new Problem(400, 'malformed-json');
  return error;
}

/** Puts the value of the body in place of its bytes; gives what is wrong with it. */
function faultIn(request: Request): unknown {
  try {
    request.body = parseBody(request.body as Buffer);
    return undefined;
  } catch (fault) {
    return fault;
  }
}

/** @throws Problem naming what is wrong with the bytes. */
export function parseBody(body: Buffer): unknown {
  const text = decoded(body);
  const value = parsedJson(text);
  const faults = hostileParts(value, []);
  if (faults.length > 0) throw new Problem(422, 'invalid-data', { errors: faults });
  return value;
}

function decoded(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new Problem(400, 'not-utf-8');
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'malformed-json');
  }
}

const HOSTILE_KEYS = ['__proto__', 'constructor', 'prototype'];
/** Control characters (NUL, which PostgreSQL cannot keep, among them) and halves of a pair. */
const NOT_TEXT = /\p{Cc}|\p{Surrogate}/u;
const SPACES = /[\t\n\r]/g;
const isText = (text: string): boolean => !NOT_TEXT.test(text.replace(SPACES, ' '));

function hostileParts(value: unknown, path: readonly PropertyKey[]): Fault[] {
  if (path.length > DEEPEST) throw new Problem(400, 'nested-too-deep');
  if (typeof value === 'string')
    return !isText(value) ? [{ pointer: pointerOf(path), code: 'not-text' }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const hostile = HOSTILE_KEYS.includes(key) || !isText(key);
    return hostile ? [{ pointer: pointerOf(path), code: 'hostile-key' }] : hostileParts(inner, here);
  });
}
