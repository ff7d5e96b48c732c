import { z } from 'zod';
import { cursorOf } from './cursor.js';

export const urgencies = ['criticallyOverdue', 'overdue', 'dueSoon', 'notDueYet'] as const;
export type Urgency = (typeof urgencies)[number];

const instant = z.iso.datetime();
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/);

/** How many rows of a list to give. */
export const limit = z.coerce.number().int().min(1).max(200).default(50);

/** By `due` all cases of that urgency; `owner` is an account, `me` or `none`; `body` owns the case. */
export const worklistQuery = z.strictObject({
  procedure: code.optional(),
  state: code.optional(),
  body: z.uuid().optional(),
  owner: z.union([z.uuid(), z.literal(['me', 'none'])]).optional(),
  due: z.enum(urgencies).optional(),
  limit,
  cursor: cursorOf(
    z.tuple([instant, z.int().min(0).max(3), z.union([instant, z.literal('')]), z.uuid()]),
  ).optional(),
});
export type WorklistQuery = z.output<typeof worklistQuery>;

export const deadlineQuery = z.strictObject({
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  state: z.enum(['running', 'stopped', 'passed']).optional(),
  limit,
  cursor: z.string().max(400).optional(),
});
export type DeadlineQuery = z.output<typeof deadlineQuery>;
