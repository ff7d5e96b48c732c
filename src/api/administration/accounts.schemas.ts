import { z } from 'zod';
import { roles, bodyKinds, type BodyKind, type Role } from '#libs/vocabulary';
import { code, id, list, text } from '../shapes.js';

const username = z
  .string()
  .regex(/^[a-z0-9._-]{2,60}$/)
  .meta({ data: 'code' });
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
    password,
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

/** One change at a time: closing or reopening, or a new password. Both end every session of the account. */
export const accountChange = z
  .strictObject({ active: z.boolean().optional(), password: password.optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    params: { code: 'required' },
  });
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
