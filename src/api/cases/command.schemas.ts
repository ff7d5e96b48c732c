import { z } from 'zod';
import { moment, words } from '#libs/vocabulary';
import { id } from '../shapes.js';

const name = z
  .string()
  .regex(/^[A-Za-z]{1,60}$/)
  .meta({ data: 'code' });

/** Claimed time with its offset. Absent: now. More than 72 hours back needs `lateReason`. */
export const claimed = {
  happenedAt: moment(words('hadisənin vaxtı', 'when it happened')).optional(),
  lateReason: z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .meta({ data: 'text' })
    .describe(
      'Lies where `lateReason.compartment` of the transition says that is to be read at `/procedures`.',
    )
    .optional(),
};

/** The fields of `data` stand in the schema that the case gives with each allowed command. */
export const commandBody = z
  .strictObject({
    procedure: name,
    procedureId: id().optional(),
    command: name,
    ...claimed,
    data: z.record(z.string().meta({ data: 'code' }), z.unknown()).default({}),
  })
  .meta({
    examples: [{ procedure: 'identification', command: 'presume', data: { grounds: 'Pasportu alınıb' } }],
  });
export type CommandBody = z.output<typeof commandBody>;

export const searchBody = z
  .strictObject({ text: z.string().trim().min(2).max(100).meta({ data: 'text' }) })
  .meta({ examples: [{ text: 'AZ-2016-000001' }] });
export type SearchBody = z.output<typeof searchBody>;
