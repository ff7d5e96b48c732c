import { z } from 'zod';
import { day, words } from '#libs/vocabulary';
import { code, codeOf, id, instant, list, text, words as wordsShown } from '../shapes.js';

const sex = codeOf(['female', 'male', 'any']);
const age = codeOf(['adult', 'child', 'any']);
const suits = { sex, age, family: z.boolean(), accessible: z.boolean() };

const bed = z.object({
  id: id(),
  name: code(),
  state: codeOf(['free', 'kept', 'occupied', 'outOfService']),
});

/** To who arranges no places: day by day the numbers would tell where somebody went. */
const notTold = () => z.object({ restricted: z.literal(true) });

export const sheltersAnswer = list(
  z.object({
    id: id().nullable().describe('Null where it would tell the reader a place of safety.'),
    name: wordsShown(),
    body: z.object({ id: id().nullable(), name: wordsShown() }),
    region: z.union([code().nullable(), notTold()]),
    guarded: z.union([z.boolean(), notTold()]),
    free: z.union([z.int(), notTold()]),
    beds: z.union([z.array(z.object({ ...suits, free: z.int() })), notTold()]),
    address: text()
      .optional()
      .describe(
        'Only to whom the location compartment is open, and only while it can be put on record who reads it.',
      ),
    rooms: z.array(z.object({ id: id(), name: code(), ...suits, beds: z.array(bed) })).optional(),
  }),
);

const night = () => day(words('gecə', 'night'));
const longest = 92;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Days in Baku, both included. */
export const occupancyQuery = z
  .strictObject({ from: night(), to: night() })
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) < longest, {
    path: ['to'],
    message: 'between the first day and 92 days on',
  });
export type OccupancyQuery = z.output<typeof occupancyQuery>;

export const occupancyAnswer = list(
  z.object({
    day: night(),
    beds: z.int(),
    occupied: z.int(),
    kept: z.int(),
    outOfService: z.int(),
  }),
);

export const addressReadingsAnswer = list(
  z.object({
    at: instant(),
    id: id(),
    name: code(),
    system: z.boolean(),
    role: code(),
    body: wordsShown().nullable(),
  }),
);

const name = () => z.string().trim().min(1).max(60).meta({ data: 'code' });

export const houseBody = z.strictObject({
  region: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .meta({ data: 'code' })
    .nullable(),
  guarded: z.boolean(),
  address: z.string().trim().min(1).max(300).meta({ data: 'text' }),
});
export type HouseBody = z.output<typeof houseBody>;

export const roomBody = z.strictObject({ name: name(), ...suits });
export type RoomBody = z.output<typeof roomBody>;

export const bedBody = z.strictObject({ roomId: id(), name: name() });
export type BedBody = z.output<typeof bedBody>;

export const outOfServiceBody = z.strictObject({
  reason: codeOf(['repair', 'hygiene', 'safety', 'notStaffed']),
});
export type OutOfServiceBody = z.output<typeof outOfServiceBody>;

export const addedAnswer = z.object({ id: id() });
