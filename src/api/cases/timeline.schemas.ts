import { z } from 'zod';
import { digits, compartments } from '#libs/vocabulary';
import { code, compartment, id, instant, planLink, text, words } from '../shapes.js';

export const compartmentParam = z.enum(compartments as [string, ...string[]]).meta({ data: 'code' });

export const timelineQuery = z.strictObject({
  after: digits(0, 2_147_483_647, 0),
  limit: digits(1, 500, 100),
});
export type TimelineQuery = z.output<typeof timelineQuery>;

/** `limit` and `after`, the id of the last record seen. */
export const accessQuery = z.strictObject({
  after: digits(0, Number.MAX_SAFE_INTEGER, 0),
  limit: digits(1, 500, 100),
});
export type AccessQuery = z.output<typeof accessQuery>;

export const purposeQuery = z.strictObject({
  purpose: z
    .enum(['caseWork', 'safety', 'assistance', 'decision', 'review', 'emergency'])
    .default('caseWork')
    .meta({ data: 'code' }),
});
export type PurposeQuery = z.output<typeof purposeQuery>;

export const restrictedEntry = z.object({
  seq: z.int(),
  restricted: z.literal(true),
  hash: code(),
  previousHash: code(),
});
/** `withheld`: what the reader may not know stands in it as `{restricted: true}`; its hash is of more than is shown. */
export const entry = z.object({
  seq: z.int(),
  causeSeq: z.int().nullable(),
  recordedAt: instant(),
  happenedAt: instant(),
  actor: z.object({
    id: id().nullable(),
    name: code().nullable(),
    /** A system of the body acted, not an officer. */
    system: z.boolean(),
    role: code(),
    body: words().nullable(),
  }),
  procedure: code(),
  procedureLabel: words(),
  procedureId: id(),
  machine: code(),
  command: code(),
  past: words(),
  from: code().nullable(),
  to: code(),
  links: z.array(planLink()),
  legalBasis: z.array(code()),
  payload: z.record(code(), z.unknown()),
  withheld: z.literal(true).optional(),
  hash: code(),
  previousHash: code(),
});

export const timelineAnswer = z.object({
  items: z.array(z.union([entry, restrictedEntry])),
  next: z.int().optional(),
});

export const accessAnswer = z.object({
  items: z.array(
    z.object({
      id: z.int(),
      at: instant(),
      actor: z.object({
        id: id().nullable(),
        name: code().nullable(),
        system: z.boolean(),
        role: code(),
        body: words().nullable(),
      }),
      what: code(),
      compartments: z.array(compartment()),
      ground: code(),
      purpose: code().nullable(),
    }),
  ),
  next: z.int().optional(),
});

/** Why a compartment stays shut; `unavailable`: the access record could not be written, try later. */
export const shut = z.union([
  z.object({ restricted: z.literal(true) }),
  z.object({ sealed: z.literal(true) }),
  z.object({ shredded: z.literal(true) }),
  z.object({ unavailable: z.literal(true) }),
]);

const openText = z.object({
  id: id(),
  procedureId: id(),
  field: code(),
  value: text(),
  recordedAt: instant(),
});

/** `altered`: ids of texts that are not those their entries were written with, or are gone; nothing of them is shown. */
export const compartmentAnswer = z.union([
  z.object({ compartment: compartment(), texts: z.array(openText), altered: z.array(id()).optional() }),
  shut,
]);
