import { z } from 'zod';
import { code, codeOf, compartment, jsonSchema, list, planLink, words } from '../shapes.js';

const named = z.object({ name: code(), label: words() });

export const procedureAnswer = list(
  z.object({
    type: code(),
    label: words(),
    machine: code(),
    multiplicity: codeOf(['one', 'many']),
    states: z.array(z.object({ state: code(), label: words(), final: z.boolean(), tags: z.array(code()) })),
    transitions: z.array(
      z.object({
        command: code(),
        label: words(),
        past: words(),
        from: z.array(code()),
        to: code(),
        roles: z.array(code()),
        links: z.array(planLink()),
        legalBasis: z.array(code()),
        schema: jsonSchema().optional(),
        lateReason: z
          .object({ compartment: compartment() })
          .optional()
          .describe('Where the reader’s words lie that say why this command comes late.'),
      }),
    ),
    deadlines: z.array(
      named.extend({
        protects: code(),
        ladder: z.boolean(),
        rules: z.array(
          z.object({
            term: code().describe(
              'Which of the terms that the clock may run by; the first is the usual one.',
            ),
            duration: code(),
            counting: code(),
            legalBasis: code(),
            source: code(),
            verified: z.boolean(),
            validFrom: code(),
            validTo: code().optional(),
          }),
        ),
      }),
    ),
    starts: z.array(code()),
  }),
);
