import { z } from 'zod';

const json = z.json();

/**
 * One line of a case's timeline, as it is hashed: codes, ids, dates, references and commitments, never a person's
 * words. `recordedAt` and `happenedAt` are instants in UTC. Stored for ever: a change of this shape is a new `version`
 * of the entry's type, never a change of what exists.
 */
export const entryCoreSchema = z.strictObject({
  caseId: z.string().min(1),
  /** Place in the case's timeline, from 1 without gaps. */
  seq: z.int().positive(),
  /** The entry whose command led to this one; null when a person, a clock or a partner did. */
  causeSeq: z.int().positive().nullable(),
  recordedAt: z.iso.datetime(),
  happenedAt: z.iso.datetime(),
  actor: z.strictObject({ id: z.string().nullable(), role: z.string(), bodyId: z.string().nullable() }),
  procedure: z.string(),
  procedureId: z.string(),
  machine: z.string(),
  command: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  links: z.array(z.unknown()),
  legalBasis: z.array(z.string()),
  planVersion: z.string(),
  payload: json,
  type: z.string(),
  version: z.int().positive(),
});

export type EntryCore = Readonly<z.infer<typeof entryCoreSchema>>;

/** Place and hash of the last entry of a timeline. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** What links an entry into its chain. Hashes are SHA-256, 64 hexadecimal digits in lower case. */
export interface Link extends Head {
  readonly previousHash: string;
}

export type Entry = EntryCore & Link;

/** An entry one may not know: enough to check its links. */
export interface RestrictedEntry extends Link {
  readonly restricted: true;
}
