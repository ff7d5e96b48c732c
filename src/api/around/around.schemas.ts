import { z } from 'zod';
import { digits } from '#libs/vocabulary';
import { bodyShown, code, id, instant, list, words } from '../shapes.js';

export const deadlinesAnswer = list(
  z.object({
    id: id(),
    caseId: id(),
    caseNumber: code(),
    procedure: code(),
    procedureId: id(),
    name: code(),
    label: words(),
    startedAt: instant(),
    dueAt: instant(),
    state: code(),
    urgency: code(),
    provisional: z.boolean(),
    legalBasis: code(),
    verified: z.boolean(),
  }),
);

const handoffStates = [
  'sent',
  'received',
  'accepted',
  'declined',
  'redirected',
  'withdrawn',
  'completed',
] as const;

export const handoffQuery = z.strictObject({
  box: z.enum(['in', 'out']).default('in').meta({ data: 'code' }),
  state: z.enum(handoffStates).meta({ data: 'code' }).optional(),
  limit: digits(1, 200, 50),
  cursor: z.string().max(400).meta({ data: 'code' }).optional(),
});
export type HandoffQuery = z.output<typeof handoffQuery>;

export const handoffsAnswer = list(
  z.object({
    id: id(),
    caseId: id(),
    caseNumber: code(),
    kind: code(),
    purpose: code(),
    basis: code(),
    statutory: z.boolean(),
    missingChild: z.boolean(),
    state: code(),
    escalation: z.int(),
    from: bodyShown(),
    to: bodyShown(),
    sentAt: instant(),
    deadlines: z.array(z.object({ id: id(), name: code(), dueAt: instant(), state: code() })),
  }),
);

export const bodiesAnswer = list(
  z.object({
    id: id(),
    code: code(),
    kind: code(),
    name: words(),
    parentId: id().nullable(),
    district: code().nullable(),
    active: z.boolean(),
  }),
);

export const indicatorsAnswer = list(
  z.object({
    id: code(),
    version: code(),
    title: words(),
    appliesTo: code(),
    exploitation: code(),
    weighting: code(),
    provenance: code(),
    indicators: z.array(z.object({ code: code(), title: words() }).loose()),
  }),
);

export const assessmentsAnswer = list(
  z.object({
    id: id(),
    procedureId: id(),
    catalogue: code(),
    policy: code(),
    observed: z.array(code()),
    result: z
      .object({
        outcome: code(),
        advises: code(),
        deciding: z.boolean(),
        explanation: z.object({ az: z.array(code()), en: z.array(code()) }),
      })
      .loose(),
    assessedAt: instant(),
  }),
);
