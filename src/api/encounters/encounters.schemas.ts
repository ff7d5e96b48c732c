import { z } from 'zod';
import { openBody } from '../cases/open-case.schemas.js';
import { code, id } from '../shapes.js';

const { source, encounteredAt, happenedAt, lateReason, ...person } = openBody.shape;
export const mostTogether = 60;

/** What is the same for all, and each person for herself. */
export const encounterBody = z
  .strictObject({
    source,
    encounteredAt,
    cases: z.array(z.strictObject(person)).min(1).max(mostTogether),
    happenedAt,
    lateReason,
  })
  .meta({
    examples: [
      {
        source: 'jointInspection',
        encounteredAt: '2016-03-01T20:30:00+04:00',
        cases: [
          { ageStatus: 'assumedAdult', safety: { immediateDanger: false, needsShelter: false } },
          { ageStatus: 'presumedChild', safety: { immediateDanger: false, needsShelter: true } },
        ],
      },
    ],
  });
export type EncounterBody = z.output<typeof encounterBody>;

export const encounterAnswer = z.object({
  id: id(),
  cases: z.array(z.object({ id: id(), number: code() })),
});
