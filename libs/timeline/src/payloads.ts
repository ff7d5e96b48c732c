import { z } from 'zod';

/** Codes, ids, dates and hashes are printable ASCII without a space: a sentence or most names cannot pass for one. */
const code = z.string().regex(/^[\x21-\x7e]{0,200}$/, 'a code has no spaces and no letters beyond ASCII');
const instant = z.iso.datetime();
const seq = z.int().positive();

type CodedJson = string | number | boolean | null | CodedJson[] | { [key: string]: CodedJson };
const coded: z.ZodType<CodedJson> = z.lazy(() =>
  z.union([code, z.number(), z.boolean(), z.null(), z.array(coded), z.record(code, coded)]),
);

/** A text that lies in the vault: where, and the commitment that proves it. */
const vaultText = z.strictObject({ field: code, ref: code, commitment: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * What each type of entry carries, by type and version. A change of a shape is a new version beside the old one;
 * nothing here is ever removed, because timelines keep what they hold.
 */
export const payloadSchemas = {
  /** An accepted event, with the facts that the guards read and the texts it put into the vault. */
  'transition@1': z.strictObject({
    event: z.object({ type: code }).catchall(coded),
    facts: z.record(code, coded),
    texts: z.array(vaultText).default([]),
    late: z.boolean().optional(),
  }),
  /** A procedure moved to another machine; replay restarts from the snapshot. */
  'migration@1': z.strictObject({ from: code, to: code, mapping: code.optional(), snapshot: coded }),
  /** A later word on an earlier entry, which stays. */
  'correction@1': z.strictObject({
    corrects: seq,
    reason: code,
    codes: z.record(code, coded).default({}),
    texts: z.array(vaultText).default([]),
  }),
  /** A reminder before, or a rung of the ladder after, the end of a deadline. */
  'clock@1': z.strictObject({
    deadlineId: code,
    deadline: code,
    kind: z.enum(['reminder', 'escalation']),
    dueAt: instant,
    percent: z.number().positive().optional(),
    rung: z.int().nonnegative().optional(),
    bodyId: code.optional(),
  }),
} as const;

export type EntryType = keyof typeof payloadSchemas;
export type PayloadOf<T extends EntryType> = z.infer<(typeof payloadSchemas)[T]>;

/** Reads a payload by its entry's type and version. Throws RangeError for an unknown type, ZodError for a fault. */
export function readPayload(type: string, version: number, payload: unknown): PayloadOf<EntryType> {
  const name = `${type}@${version}`;
  if (!isEntryType(name)) throw new RangeError(`unknown type of entry: ${name}`);
  return payloadSchemas[name].parse(payload);
}

export const isEntryType = (name: string): name is EntryType => Object.hasOwn(payloadSchemas, name);
