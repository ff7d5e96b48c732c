import type { Head } from './entry.js';

export type FindingKind =
  | 'edited'
  | 'deleted'
  | 'inserted'
  | 'reordered'
  | 'truncated'
  | 'headMismatch'
  | 'rewritten'
  | 'checkpointForged'
  | 'unreadable';

/** What is wrong with a timeline, and with which entry of it. */
export interface Finding {
  readonly kind: FindingKind;
  readonly seq: number;
  readonly message: string;
}

export type Verdict =
  | { readonly ok: true; readonly head: Head; readonly entries: number; readonly restricted: number }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** A head that was kept at an instant. */
export interface KeptHead extends Head {
  readonly at?: string | undefined;
}

export interface Expected {
  readonly caseId: string;
  /** Head as the case keeps it now. Without it, or a checkpoint, entries cut off the end cannot be missed. */
  readonly storedHead?: Head | undefined;
  /** Earlier heads kept elsewhere: the timeline may have grown since, but must still contain them. */
  readonly checkpoints?: readonly KeptHead[] | undefined;
}
