import { z } from 'zod';
import type { Role } from '#libs/vocabulary';
import { longestTokenDays, rolesOfSystems } from '../../access/index.js';
import { code, codeOf, id, instant, list, text } from '../shapes.js';

const roles = Object.keys(rolesOfSystems) as [Role, ...Role[]];

/** `days` are of wall time; the system keeps its account from token to token by name, body and role. */
export const newTokenBody = z
  .strictObject({
    system: z.string().trim().min(1).max(120).meta({ data: 'code' }),
    bodyId: id(),
    role: codeOf(roles),
    days: z.int().min(1).max(longestTokenDays),
  })
  .meta({
    examples: [
      {
        system: 'Qaynar xəttin qeydiyyatı',
        bodyId: '5f0c4d3e-0000-8000-8000-000000000001',
        role: 'hotlineOperator',
        days: 90,
      },
    ],
  });
export type NewTokenBody = z.output<typeof newTokenBody>;

export const tokensQuery = z.strictObject({ body: id().optional() });
export type TokensQuery = z.output<typeof tokensQuery>;

/** `accountId` is the actor of what the system does; `lastUsedAt` is told to the minute. Never the secret. */
const tokenAnswer = z.object({
  id: id(),
  accountId: id(),
  system: code(),
  systemClosed: z.boolean(),
  bodyId: id(),
  role: codeOf(roles),
  state: codeOf(['valid', 'expired', 'revoked']),
  issuedAt: instant(),
  issuedBy: code(),
  expiresAt: instant(),
  lastUsedAt: instant().nullable(),
  revokedAt: instant().nullable(),
  revokedBy: code().nullable(),
});
export const tokensAnswer = list(tokenAnswer);
/** `secret` is shown here once, and can be read nowhere else. */
export const issuedTokenAnswer = tokenAnswer.extend({ secret: text() });
