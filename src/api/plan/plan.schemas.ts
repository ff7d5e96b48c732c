import { z } from 'zod';
import { code, codeOf, list, words } from '../shapes.js';

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ data: 'code' });

/** Whole months, both included. */
export const coverageQuery = z.strictObject({ from: month, to: month }).refine(({ from, to }) => from <= to, {
  path: ['to'],
  error: 'ends before it begins',
  params: { code: 'ends-before-it-begins' },
});
export type CoverageQuery = z.output<typeof coverageQuery>;

export const measureAnswer = z.object({
  id: code(),
  section: code(),
  title: words(),
  executors: z.array(words().extend({ open: z.boolean().optional() })),
  term: code(),
  caseLevel: z.union([z.boolean(), z.literal('partly').meta({ data: 'code' })]),
  state: codeOf(['continuous', 'open', 'termEnded', 'overdue']),
});
export const measuresAnswer = list(measureAnswer);
export const measureInFull = measureAnswer.extend({
  caseLevelWhy: code(),
  notes: z.array(z.object({ n: z.int(), body: words(), measures: z.array(code()), text: words() })),
});

export const coverageAnswer = list(
  z.object({
    id: code(),
    kind: codeOf(['measure', 'paragraph']),
    fulfils: z.int(),
    applies: z.int(),
    persons: z.union([z.int(), z.literal('<5').meta({ data: 'code' })]),
    transitions: z.array(z.object({ procedure: code(), command: code(), entries: z.int() })),
  }),
);
export const measureId = z
  .string()
  .regex(/^13\.[1-9]\.\d{1,2}$/)
  .meta({ data: 'code' });
