import { z } from 'zod';
import { closingReasons, type ClosingReason, usernamePattern } from '../../access/index.js';
import { roles, bodyKinds, type BodyKind, type Role } from '#libs/vocabulary';
import { code, codeOf, id, list, text } from '../shapes.js';

const username = z.string().regex(usernamePattern).meta({ data: 'code' });
const role = z.enum(roles as [Role, ...Role[]]).meta({ data: 'code' });
const language = z.enum(['az', 'en']).meta({ data: 'code' });
const password = text().min(12).max(256);

export const newAccountBody = z
  .strictObject({
    username,
    name: z.string().trim().min(1).max(120).meta({ data: 'code' }),
    role,
    bodyId: id(),
    language: language.default('az'),
    password: password.optional(),
  })
  .meta({
    examples: [
      {
        username: 'ngo.worker',
        name: 'Nümunə Misallı',
        role: 'ngoWorker',
        bodyId: '5f0c4d3e-0000-8000-8000-000000000001',
        password: 'uzun-bir-parol-17',
      },
    ],
  });
export type NewAccountBody = z.output<typeof newAccountBody>;

const reasons = Object.keys(closingReasons) as [ClosingReason, ...ClosingReason[]];

/**
 * Closing says why. Closing and a new password end every session of the account; closing that of a system (`accountId` of
 * its tokens) revokes its tokens.
 */
export const accountChange = z
  .strictObject({
    active: z.boolean().optional(),
    reason: codeOf(reasons).optional(),
    password: password.optional(),
  })
  .refine(({ active, password }) => active !== undefined || password !== undefined, {
    params: { code: 'required' },
  })
  .refine(({ active, reason }) => active !== false || reason !== undefined, {
    path: ['reason'],
    params: { code: 'required' },
  })
  .refine(({ active, reason }) => active === false || reason === undefined, {
    path: ['reason'],
    params: { code: 'unknown-field' },
  })
  .meta({ examples: [{ active: false, reason: 'left' }] });
export type AccountChange = z.output<typeof accountChange>;

export const accountAnswer = z.object({
  id: id(),
  username: code(),
  name: code(),
  role: code(),
  bodyId: id(),
  language: code(),
  active: z.boolean(),
});
export const accountsAnswer = list(accountAnswer);
/** `password` only where none was given: it is shown here once, and can be read nowhere else. */
export const addedAccountAnswer = accountAnswer.extend({ password: text().optional() });
export const passwordAnswer = z.object({ password: text() });

export const bodyBody = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z0-9-]{2,60}$/)
    .meta({ data: 'code' }),
  kind: z.enum(bodyKinds as [BodyKind, ...BodyKind[]]).meta({ data: 'code' }),
  name: z.strictObject({
    az: z.string().trim().min(1).max(200).meta({ data: 'code' }),
    en: z.string().trim().min(1).max(200).meta({ data: 'code' }),
  }),
  parentId: id().nullable().default(null),
  district: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .meta({ data: 'code' })
    .nullable()
    .default(null),
  active: z.boolean().default(true),
});
export type BodyBody = z.output<typeof bodyBody>;
