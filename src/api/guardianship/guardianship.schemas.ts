import { z } from 'zod';
import { digits, moment, month, words } from '#libs/vocabulary';
import { code, codeOf, id, instant, list } from '../shapes.js';

const states = [
  'notified',
  'accepted',
  'interimRepresented',
  'parentsRepresent',
  'guardianAppointed',
  'monitoring',
  'ended',
] as const;
const child = { caseId: id(), caseNumber: code(), procedureId: id(), state: codeOf(states) };

export const childrenQuery = z.strictObject({
  state: codeOf(states).optional(),
  limit: digits(1, 200, 50),
  cursor: z.string().max(400).meta({ data: 'code' }).optional(),
});
export type ChildrenQuery = z.output<typeof childrenQuery>;

export const childrenAnswer = list(
  z.object({
    ...child,
    since: instant(),
    ageStatus: code(),
    immediateDanger: z.boolean(),
    representative: code().nullable(),
    eighteenIn: code().nullable(),
    handoffId: id().nullable(),
    handoffState: code().nullable(),
    escalation: z.int(),
    deadlines: z.array(z.object({ id: id(), name: code(), dueAt: instant(), state: code() })),
  }),
);

export const visitsQuery = z.strictObject({ to: moment(words('nə vaxta qədər', 'until')).optional() });
export type VisitsQuery = z.output<typeof visitsQuery>;
export const visitsAnswer = list(
  z.object({
    ...child,
    dueAt: instant(),
    overdue: z.boolean(),
    lastVisitAt: instant().nullable(),
    lastOutcome: code().nullable(),
  }),
);

export const comingOfAgeQuery = z.strictObject({
  until: month(words('hansı aya qədər', 'until')).optional(),
});
export type ComingOfAgeQuery = z.output<typeof comingOfAgeQuery>;
export const comingOfAgeAnswer = list(
  z.object({ ...child, eighteenIn: code(), planDueAt: instant().nullable(), transitionPlanned: z.boolean() }),
);

export const referralsAnswer = list(
  z.object({
    ...child,
    handoffId: id(),
    handoffState: code(),
    question: code(),
    referredAt: instant(),
    dueAt: instant().nullable(),
  }),
);

export const childRecordAnswer = z.object({
  representatives: z.array(
    z.object({
      kind: code(),
      relations: z.array(code()),
      fromBodyId: id().nullable(),
      since: instant(),
      until: instant().nullable(),
      endReason: code().nullable(),
      entrySeq: z.int(),
    }),
  ),
  visits: z.array(
    z.object({
      visitedAt: instant(),
      outcome: code(),
      visitors: z.array(code()),
      childSeenAlone: z.boolean(),
      entrySeq: z.int(),
    }),
  ),
});
