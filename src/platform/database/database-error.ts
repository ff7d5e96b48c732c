import { DatabaseError as ServerError } from 'pg';

/** What went wrong, in words that callers can branch on. */
export type DatabaseErrorKind =
  | 'unique'
  | 'foreign-key'
  | 'check'
  | 'exclusion'
  | 'not-null'
  | 'not-permitted'
  | 'locked'
  | 'serialization'
  | 'deadlock'
  | 'timed-out'
  | 'unavailable'
  | 'outcome-unknown'
  | 'rolled-back'
  | 'other';

const kinds: Readonly<Record<string, DatabaseErrorKind>> = {
  '23505': 'unique',
  '23503': 'foreign-key',
  '23514': 'check',
  '23P01': 'exclusion',
  '23502': 'not-null',
  '42501': 'not-permitted',
  '55P03': 'locked',
  '40001': 'serialization',
  '40P01': 'deadlock',
  '57014': 'timed-out',
  '25P03': 'timed-out',
};
const unavailable = /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)/;

/**
 * A failed statement or transaction. Carries codes and names only: PostgreSQL's details, and the messages of
 * its data faults, quote values and therefore never leave this room.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    readonly kind: DatabaseErrorKind,
    message: string,
    /** SQLSTATE or system error code. */
    readonly code?: string,
    /** The violated constraint, where one is. */
    readonly constraint?: string,
  ) {
    super(message);
  }

  /** True when the same work may simply be tried again: nothing of it happened. */
  get retryable(): boolean {
    return ['serialization', 'deadlock', 'locked', 'unavailable'].includes(this.kind);
  }
}

/** Turns whatever the driver threw into a DatabaseError. */
export function toDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  if (error instanceof ServerError) return fromServer(error);
  const { code, message } = error as { code?: string; message?: string };
  const lost = unavailable.test(code ?? '') || /terminated|not queryable|timeout|closed/i.test(message ?? '');
  if (lost)
    return new DatabaseError('unavailable', `PostgreSQL is away (${code ?? 'connection lost'})`, code);
  return new DatabaseError('other', message ?? 'unknown database failure', code);
}

function fromServer({ code = '', constraint, table, message }: ServerError): DatabaseError {
  const kind = kinds[code] ?? (unavailable.test(code) ? 'unavailable' : 'other');
  const quotesValues = code.startsWith('22');
  const place = constraint ?? table;
  const words = quotesValues ? 'data that does not fit its type' : message;
  return new DatabaseError(kind, `${words} (${code}${place ? `, ${place}` : ''})`, code, constraint);
}
