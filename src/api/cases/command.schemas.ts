import { z } from 'zod';
import { code, compartment, id, instant, list, planLink, text, words } from '../shapes.js';
import { compartments, moment, words as wordsOf } from '#libs/vocabulary';

const name = z
  .string()
  .regex(/^[A-Za-z]{1,60}$/)
  .meta({ data: 'code' });

/** Claimed time with its offset. Absent: now. More than 72 hours back needs `lateReason`. */
export const claimed = {
  happenedAt: moment(wordsOf('hadisənin vaxtı', 'when it happened')).optional(),
  lateReason: z.string().trim().min(1).max(4000).meta({ data: 'text', compartment: 'statement' }).optional(),
};

/** The fields of `data` stand in the schema that the case gives with each allowed command. */
export const commandBody = z
  .strictObject({
    procedure: name,
    procedureId: z.uuid().meta({ data: 'code' }).optional(),
    command: name,
    ...claimed,
    data: z.record(code(), z.unknown()).default({}),
  })
  .meta({
    examples: [{ procedure: 'identification', command: 'presume', data: { reason: 'indicators' } }],
  });
export type CommandBody = z.output<typeof commandBody>;

export const searchBody = z
  .strictObject({ text: z.string().trim().min(2).max(100).meta({ data: 'text' }) })
  .meta({ examples: [{ text: 'AZ-2016-000001' }] });
export type SearchBody = z.output<typeof searchBody>;

export const compartmentParam = z.enum(compartments as [string, ...string[]]).meta({ data: 'code' });

export const timelineQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type TimelineQuery = z.output<typeof timelineQuery>;

/** `limit` and `after`, the id of the last record seen. */
export const accessQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type AccessQuery = z.output<typeof accessQuery>;

export const purposeQuery = z.strictObject({
  purpose: z
    .enum(['caseWork', 'safety', 'assistance', 'decision', 'review', 'emergency'])
    .default('caseWork')
    .meta({ data: 'code' }),
});
export type PurposeQuery = z.output<typeof purposeQuery>;

const restrictedEntry = z.object({
  seq: z.int(),
  restricted: z.literal(true),
  hash: code(),
  previousHash: code(),
});
const entry = z.object({
  seq: z.int(),
  causeSeq: z.int().nullable(),
  recordedAt: instant(),
  happenedAt: instant(),
  actor: z.object({ id: id().nullable(), name: code().nullable(), role: code(), body: words().nullable() }),
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
      actor: z.object({ id: id(), name: code(), role: code(), body: words().nullable() }),
      what: code(),
      compartments: z.array(compartment()),
      ground: code(),
      purpose: code().nullable(),
    }),
  ),
  next: z.int().optional(),
});

const deadline = z.object({
  name: code(),
  label: words(),
  startedAt: instant(),
  dueAt: instant(),
  state: code(),
  provisional: z.boolean(),
});
const command = z.object({
  command: code(),
  label: words(),
  schema: z.record(code(), z.unknown()),
  links: z.array(planLink()),
});
const instance = z.object({
  id: id(),
  type: code(),
  label: words(),
  machine: code(),
  revision: z.int(),
  state: code(),
  stateLabel: words(),
  tags: z.array(code()),
  since: instant(),
  context: z.record(code(), z.unknown()),
  deadlines: z.array(deadline),
});
const procedureAnswer = instance.extend({
  allowed: z.array(command),
  blocked: z.array(
    z.object({
      command: code(),
      label: words(),
      reason: z.object({ code: code(), message: words(), until: instant().optional() }),
    }),
  ),
});

/** Why a compartment stays shut; `unavailable`: the access record could not be written, try later. */
const shut = z.union([
  z.object({ restricted: z.literal(true) }),
  z.object({ sealed: z.literal(true) }),
  z.object({ shredded: z.literal(true) }),
  z.object({ unavailable: z.literal(true) }),
]);

const person = z.object({
  name: text().optional(),
  otherNames: text().optional(),
  birthDate: text().optional(),
  nationality: text().optional(),
  documents: text().optional(),
  languages: text().optional(),
});

export const caseAnswer = z.object({
  id: id(),
  number: code(),
  revision: z.int(),
  owner: z.object({ bodyId: id(), body: words(), officerId: id().nullable() }),
  ageStatus: code(),
  person: z.union([person, shut]),
  ground: code(),
  level: code().nullable(),
  banners: z.array(z.object({ code: code(), words: words() })),
  procedures: z.array(procedureAnswer),
  startable: z.array(command.extend({ procedure: code(), procedureLabel: words() })),
  nextDeadline: deadline.optional(),
  now: instant(),
});

export const commandAnswer = z.object({
  revision: z.int(),
  entries: z.array(z.union([entry, restrictedEntry])),
  procedures: z.array(instance),
  returnCode: code().optional(),
});

export const openedAnswer = z.object({ id: id(), number: code() });

const worklistItem = z.object({
  id: id(),
  number: code(),
  ageStatus: code().nullable(),
  owner: z.object({ bodyId: id(), body: words(), officerId: id().nullable() }),
  states: z.array(
    z.object({ procedure: code(), procedureId: id(), state: code(), stateLabel: words(), since: instant() }),
  ),
  nextDeadline: z.object({ name: code(), label: words(), procedureId: id(), dueAt: instant() }).optional(),
  urgency: code(),
  tasks: z.array(code()),
});
export const worklistAnswer = list(worklistItem);

const openText = z.object({
  id: id(),
  procedureId: id(),
  field: code(),
  value: text(),
  recordedAt: instant(),
});

/** `damaged`: ids of texts whose ciphertext was changed; nothing of them is shown. */
export const compartmentAnswer = z.union([
  z.object({ compartment: compartment(), texts: z.array(openText), damaged: z.array(id()).optional() }),
  shut,
]);
