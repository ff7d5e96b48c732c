import { z } from 'zod';
import { digits } from '#libs/vocabulary';
import { acts } from '../../access/index.js';
import { stuckReasons } from '../../supervision/index.js';
import { code, codeOf, id, instant, list, words } from '../shapes.js';

export const integrityQuery = z.strictObject({
  limit: digits(1, 1000, 200),
  cursor: id().optional(),
});
export type IntegrityQuery = z.output<typeof integrityQuery>;

/** Of the whole installation; `newest` is for keeping elsewhere. */
const checkpointSeries = z.object({
  newest: z.object({ number: z.int(), at: instant(), signature: code() }).nullable(),
  findings: z.array(z.object({ kind: code(), number: z.int(), message: code() })),
});

/** `items`: broken cases only; `checked`: how much was verified in this chunk. */
export const integrityAnswer = z.object({
  items: z.array(
    z.object({
      id: id(),
      number: code(),
      findings: z.array(z.object({ kind: code(), seq: z.int().nullable(), message: code() })),
    }),
  ),
  checked: z.object({ cases: z.int(), entries: z.int() }),
  checkpoints: checkpointSeries.optional(),
  next: id().optional(),
});

export const lateEntriesAnswer = list(
  z.object({
    caseId: id(),
    caseNumber: code(),
    seq: z.int(),
    procedure: code(),
    command: code(),
    bodyId: id().nullable(),
    happenedAt: instant(),
    recordedAt: instant(),
  }),
);

export const stuckQuery = z.strictObject({
  limit: digits(1, 200, 50),
  cursor: z.string().max(400).meta({ data: 'code' }).optional(),
});
export type StuckQuery = z.output<typeof stuckQuery>;

export const stuckAnswer = list(
  z.object({
    caseId: id(),
    caseNumber: code(),
    procedureId: id(),
    procedure: code(),
    state: code(),
    since: instant(),
    reasons: z.array(codeOf(stuckReasons)),
    clocks: z.array(code()),
    bodyIds: z.array(id()),
  }),
);

export const actsQuery = z.strictObject({
  limit: digits(1, 200, 50),
  cursor: z.string().max(400).meta({ data: 'code' }).optional(),
});
export type ActsQuery = z.output<typeof actsQuery>;

const person = () => z.object({ id: id(), username: code(), name: code() });
const codes = () => z.record(code(), z.union([code(), z.boolean()]).nullable());
/** `account` is null for an act on a body; `before` and `after` hold codes, never a password. */
export const actsAnswer = list(
  z.object({
    id: id(),
    at: instant(),
    act: codeOf(acts),
    by: person(),
    account: person().nullable(),
    body: z.object({ id: id(), name: words() }),
    before: codes(),
    after: codes(),
  }),
);

export const sampleId = id();

export const samplesAnswer = list(z.object({ id: id(), caseId: id(), reason: code(), sampledAt: instant() }));
