import { z } from 'zod';
import { stuckReasons } from '../../supervision/index.js';
import { code, codeOf, id, instant, list } from '../shapes.js';

export const integrityQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  cursor: z.uuid().meta({ data: 'code' }).optional(),
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
  limit: z.coerce.number().int().min(1).max(200).default(50),
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

export const sampleId = z.uuid().meta({ data: 'code' });

export const samplesAnswer = list(z.object({ id: id(), caseId: id(), reason: code(), sampledAt: instant() }));
