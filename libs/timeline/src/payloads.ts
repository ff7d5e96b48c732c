import { z } from 'zod';

/** Codes, ids, dates and hashes are printable ASCII without a space: a sentence or most names cannot pass for one. */
const code = z.string().regex(/^[\x21-\x7e]{0,200}$/, 'a code has no spaces and no letters beyond ASCII');
const instant = z.iso.datetime();

type CodedJson = string | number | boolean | null | CodedJson[] | { [key: string]: CodedJson };
const coded: z.ZodType<CodedJson> = z.lazy(() =>
  z.union([code, z.number(), z.boolean(), z.null(), z.array(coded), z.record(code, coded)]),
);

/** A text that lies in the vault: where, and the commitment that proves it. */
const vaultText = z.strictObject({
  field: code,
  item: code,
  compartment: code,
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A clock that the step started or ended, with its dates, so that replay needs no calendar. */
const clock = z.strictObject({
  procedureId: code,
  name: code,
  startedAt: instant,
  dueAt: instant,
  state: z.enum(['running', 'stopped', 'passed']),
  provisional: z.boolean(),
});

/**
 * 128 random bits, withheld together with whatever of the entry a reader may not know: else she could try out regions,
 * houses and answers against the hash until one of them fits.
 */
const blind = z.string().regex(/^[\w-]{22}$/);

const transition = {
  /** The coded part of the command. */
  data: z.record(code, coded),
  /** The few facts that the guards read. */
  facts: z.record(code, coded),
  clocks: z.array(clock),
  texts: z.array(vaultText),
};

const migration = {
  ...transition,
  from: code,
  snapshot: z.strictObject({ state: code, context: z.record(code, coded) }),
};

/**
 * What each type of entry carries, by type and version. A change of a shape is a new version beside the old one;
 * nothing here is ever removed, because timelines keep what they hold.
 */
export const payloadSchemas = {
  /** An accepted command. */
  'transition@1': z.strictObject(transition),
  'transition@2': z.strictObject({ ...transition, blind }),
  /** A procedure moved to another machine version; replay restarts from the snapshot. */
  'migration@1': z.strictObject(migration),
  'migration@2': z.strictObject({ ...migration, blind }),
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
