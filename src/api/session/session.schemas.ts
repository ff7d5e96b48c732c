import { z } from 'zod';
import { code, id, text, words } from '../shapes.js';

export const signInBody = z
  .strictObject({
    username: z.string().min(1).max(60).meta({ data: 'code' }),
    password: text().min(1).max(256),
    code: z
      .string()
      .regex(/^[\d ]{6,8}$/)
      .meta({ data: 'code' })
      .optional(),
  })
  .meta({ examples: [{ username: 'shelter', password: 'nar-və-heyva-12' }] });
export type SignInBody = z.output<typeof signInBody>;

export const sessionAnswer = z.object({
  user: z.object({
    id: id(),
    name: code(),
    role: code(),
    body: z.object({ id: id(), code: code(), kind: code(), name: words() }),
  }),
  csrfToken: code().optional(),
});
