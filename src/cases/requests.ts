import type { Entry } from '#libs/timeline';
import type { Codes, Facts, Instant, InstanceView, Refusal, Uuid } from '#libs/vocabulary';
import type { Statement } from '../platform/database/index.js';

/** A command as it comes in at the front desk. `data` is unchecked. */
export interface CommandRequest {
  readonly caseId: Uuid;
  readonly procedure: string;
  readonly procedureId?: Uuid | undefined;
  readonly command: string;
  /** Claimed time with offset; absent means now. */
  readonly happenedAt?: string | undefined;
  /** Why it is entered more than 72 hours late, in words; goes to the vault. */
  readonly lateReason?: string | undefined;
  readonly data: unknown;
  /**
   * Revision of the instance addressed (of the case for caseFile and for starting) that the caller last saw. Only a
   * key seen before needs none.
   */
  readonly expectedRevision?: number | undefined;
  readonly idempotencyKey: string;
}

/** Opening a case: the data of `caseFile.open`. */
export interface OpenRequest {
  readonly data: unknown;
  readonly idempotencyKey: string;
  readonly happenedAt?: string | undefined;
  readonly lateReason?: string | undefined;
}

/** What the clock asks: the deadline of an instance has passed. */
export interface ClockRequest {
  readonly caseId: Uuid;
  readonly procedureId: Uuid;
  /** Name of the deadline, without `Passed`. */
  readonly deadline: string;
}

export interface CommandResult {
  readonly caseId: Uuid;
  readonly number: string;
  readonly revision: number;
  /** First and last entry of the batch. */
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** The same key was seen before: nothing was written now. */
  readonly repeated: boolean;
  /** Codes that are shown once, e.g. the return code of who refused. */
  readonly once?: Readonly<Record<string, string>>;
  /** What was just written, for the answer; absent where a key was seen before. Not yet through need-to-know. */
  readonly written?: {
    readonly entries: readonly Entry[];
    readonly changed: readonly InstanceView[];
    readonly participants: Facts['participants'];
  };
}

export type FaultCode =
  | 'not-found'
  | 'procedure-id-required'
  | 'idempotency-key-reused'
  | 'revision-required'
  | 'invalid-data'
  | 'changed-since-you-looked'
  | 'refused';

export interface FieldFault {
  /** JSON pointer into the command: `/data/…`, `/happenedAt`. */
  readonly pointer: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Why a command did not go through. Nothing was written. */
export class CaseFault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly detail: {
      readonly refusal?: Refusal;
      readonly fields?: readonly FieldFault[];
      /** Of several persons met together, whose case could not be opened, from 0. */
      readonly nth?: number;
      /** Sequence numbers of entries since the caller looked. */
      readonly changedSince?: { readonly from: number; readonly to: number; readonly revision: number };
    } = {},
  ) {
    super(code);
  }
}

/** Rows that the rules of a command read beyond their case, in its own round trip. Registered by the room that owns them. */
export interface RowSource {
  /** `command` is written `placement.request`. Nothing where these data need none. */
  readonly read: (command: string, data: Codes, caseId: Uuid) => Statement | undefined;
  readonly facts: (rows: readonly Readonly<Record<string, unknown>>[]) => Partial<Facts>;
}

/** Adds what the rulebook should know of a command, from pure data. Registered by the room that owns the data. */
export type FactSource = (data: Codes, ageStatus: string, happenedAt: Instant) => Partial<Facts>;
