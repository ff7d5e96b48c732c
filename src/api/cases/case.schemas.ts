import { z } from 'zod';
import { code, id, instant, list, planLink, text, words } from '../shapes.js';
import { entry, restrictedEntry, shut } from './timeline.schemas.js';

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
const blocked = z.object({
  command: code(),
  label: words(),
  reason: z.object({ code: code(), message: words(), until: instant().optional() }),
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
  final: z.boolean().meta({ description: 'Nothing can follow' }),
  since: instant(),
  context: z.record(code(), z.unknown()),
  deadlines: z.array(deadline),
});
const procedureAnswer = instance.extend({
  allowed: z.array(command),
  blocked: z.array(blocked),
});
const ofProcedure = { procedure: code(), procedureLabel: words() };

const person = z.object({
  name: text().optional(),
  otherNames: text().optional(),
  birthDate: text().optional(),
  nationality: text().optional(),
  documents: text().optional(),
  languages: text().optional(),
});

/** `bodyId` null: a shelter that the reader may not know. */
const owner = z.object({ bodyId: id().nullable(), body: words(), officerId: id().nullable() });

/** Others met with her, e.g. in a raid: how many, and only the cases that the reader may know. */
const together = z.object({ others: z.int(), cases: z.array(z.object({ id: id(), number: code() })) });

export const caseAnswer = z.object({
  id: id(),
  number: code(),
  revision: z.int(),
  owner,
  ageStatus: code(),
  person: z.union([person, shut]),
  ground: code(),
  level: code().nullable(),
  banners: z.array(z.object({ code: code(), words: words() })),
  together: together.optional(),
  procedures: z.array(procedureAnswer),
  startable: z.array(command.extend(ofProcedure)),
  blockedStarts: z.array(blocked.extend(ofProcedure)).meta({
    description:
      'Why not another of what the case has had already: a second request for a shelter, for example',
  }),
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
  owner,
  states: z.array(
    z.object({ procedure: code(), procedureId: id(), state: code(), stateLabel: words(), since: instant() }),
  ),
  nextDeadline: z
    .object({ name: code(), label: words(), procedureId: id(), dueAt: instant(), owedBy: words() })
    .optional(),
  urgency: code(),
  missingChild: z.boolean(),
  tasks: z.array(code()),
});
export const worklistAnswer = list(worklistItem);
