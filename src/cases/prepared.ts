import type { Instant, Uuid } from '#libs/vocabulary';
import type { Statement } from '../platform/database/index.js';
import type { Sealed } from '../vault/index.js';
import type { Wish } from './wish.js';

/** Statements written with a command, before its own: what a return code turns into. */
export type Alongside = (now: Instant) => readonly Statement[];

/** What is settled before the transaction: texts are encrypted, ids are drawn, the request has its fingerprint. */
export interface Prepared {
  readonly wish: Wish;
  readonly sealed: Sealed;
  readonly ids: readonly Uuid[];
  readonly fingerprint: string;
  readonly alongside?: Alongside;
}
