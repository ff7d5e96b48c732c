import { z } from 'zod';
import { digits, moment, uuid, words } from '#libs/vocabulary';
import { law } from '../cases/index.js';
import { cursorOf } from './cursor.js';

export const urgencies = ['criticallyOverdue', 'overdue', 'dueSoon', 'notDueYet'] as const;
export type Urgency = (typeof urgencies)[number];

const instant = z.iso.datetime().regex(/^2\d{3}-/);
const code = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/)
  .meta({ data: 'code' });
const { procedures } = law;
const states = [...new Set(Object.values(procedures).flatMap((one) => Object.keys(one.states)))].sort();
const oneOf = (codes: readonly string[]) => z.enum(codes as [string, ...string[]]).meta({ data: 'code' });
const id = uuid().meta({ data: 'code' });
const due = moment(words('müddət', 'due')).optional();

/** How many rows of a list to give. */
const limit = digits(1, 200, 50);

/** By `due` all cases of that urgency; `owner` is an account, `me` or `none`; `body` owns the case. */
export const worklistQuery = z.strictObject({
  procedure: code.pipe(oneOf(Object.keys(procedures))).optional(),
  state: code.pipe(oneOf(states)).optional(),
  body: id.optional(),
  owner: z.union([id, z.literal(['me', 'none']).meta({ data: 'code' })]).optional(),
  due: z.enum(urgencies).meta({ data: 'code' }).optional(),
  limit,
  cursor: cursorOf(
    z.tuple([instant, z.int().min(-1).max(3), z.union([instant, z.literal('')]), z.uuid()]),
  ).optional(),
});
export type WorklistQuery = z.output<typeof worklistQuery>;

export const deadlineQuery = z.strictObject({
  from: due,
  to: due,
  state: z.enum(['running', 'stopped', 'passed']).meta({ data: 'code' }).optional(),
  limit,
  cursor: z.string().max(400).meta({ data: 'code' }).optional(),
});
export type DeadlineQuery = z.output<typeof deadlineQuery>;
