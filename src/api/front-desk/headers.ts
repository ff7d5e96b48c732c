import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from './problem.js';

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<Request>();

/** The revision in `If-Match: "7"`, if it is there. 400 for anything but one strong tag. */
export const IfMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): number | undefined => {
    const given = requestOf(context).headers['if-match'];
    if (given === undefined) return undefined;
    const revision = /^"(\d{1,9})"$/.exec(given.trim())?.[1];
    if (revision === undefined) throw malformed('if-match');
    return Number(revision);
  },
);

/** The caller's key of one command: 1 to 200 visible ASCII characters. 400 without it. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const given = requestOf(context).headers['idempotency-key'];
  if (given === undefined) throw new Problem(400, 'idempotency-key-required');
  if (typeof given !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(given)) throw malformed('idempotency-key');
  return given;
});

const malformed = (header: string) =>
  new Problem(400, 'malformed-header', { errors: [{ header, code: 'wrong-format' }] });
