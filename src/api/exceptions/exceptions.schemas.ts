import { z } from 'zod';
import { code, compartment, id, instant, list } from '../shapes.js';

export const breakGlassBody = z
  .strictObject({
    number: z.string().trim().min(1).max(40).meta({ data: 'code' }),
    reason: z.string().trim().min(10).max(2000).meta({ data: 'text' }),
    compartments: z.array(compartment()).min(1).max(7),
  })
  .meta({
    examples: [
      {
        number: 'AZ-2016-000001',
        reason: 'Xəstəxanaya düşüb, həkim allergiyanı soruşur',
        compartments: ['health'],
      },
    ],
  });
export type BreakGlassBody = z.output<typeof breakGlassBody>;

/** The same for a number that no case has. */
export const breakGlassAnswer = z.object({
  id: id(),
  compartments: z.array(compartment()),
  expiresAt: instant(),
});

export const returnBody = z
  .strictObject({
    code: z.string().trim().min(1).max(40).meta({ data: 'code' }),
    consentReferToMainDepartment: z
      .enum(['yes', 'no', 'notAsked'])
      .default('notAsked')
      .meta({ data: 'code' }),
  })
  .meta({ examples: [{ code: 'ABCD-EFGH-JKMN-PQRS' }] });
export type ReturnBody = z.output<typeof returnBody>;

/** The same for a wrong code; with the right one the case stands in the worklist now. */
export const returnAnswer = z.object({ received: z.literal(true) });

export const grantsAnswer = list(
  z.object({
    id: id(),
    account: z.object({ id: id(), name: code() }),
    caseId: id().nullable(),
    compartments: z.array(compartment()),
    grantedAt: instant(),
    expiresAt: instant(),
  }),
);
