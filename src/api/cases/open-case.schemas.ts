import { z } from 'zod';
import { law } from '../../cases/index.js';
import { claimed } from './command.schemas.js';

/** The fields of `caseFile.open`, as the rulebook has them. */
const flat = (law.procedures['caseFile']?.commands['open']?.schema.shape ?? {}) as Record<string, z.ZodType>;

const field = (name: string): z.ZodType => {
  const found = flat[name];
  if (!found) throw new Error(`caseFile.open has no field "${name}"`);
  return found;
};

const person = [
  'name',
  'otherNames',
  'birthDate',
  'nationality',
  'documents',
  'languages',
  'phone',
  'safeContact',
] as const;
const safety = ['immediateDanger', 'needsShelter'] as const;
const consents = ['referToMainDepartment', 'services', 'shelter', 'statistics'] as const;
const flatConsent = (name: string): string => `consent${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const fieldsOf = (names: readonly string[], flatName = (name: string) => name) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, field(flatName(name))])));

/** What a body knows at the first encounter. Only source, moment, age and safety are asked for. */
export const openBody = z
  .strictObject({
    source: field('source'),
    encounteredAt: field('encounteredAt'),
    ageStatus: field('ageStatus'),
    district: field('district'),
    person: fieldsOf(person).optional(),
    safety: fieldsOf(safety),
    consent: fieldsOf(consents, flatConsent).optional(),
    note: field('note'),
    ...claimed,
  })
  .meta({
    examples: [
      {
        source: 'hotline',
        encounteredAt: '2016-03-01T20:30:00+04:00',
        ageStatus: 'assumedAdult',
        person: { name: 'Nümunə Sınaqlı' },
        safety: { immediateDanger: false, needsShelter: true },
        consent: { referToMainDepartment: 'yes', services: 'yes', shelter: 'yes', statistics: 'notAsked' },
      },
    ],
  });
export type OpenBody = z.output<typeof openBody>;

/** The nested body as the flat data of the command. */
export function openData(body: OpenBody): Readonly<Record<string, unknown>> {
  const { person: who, safety: safe, consent, happenedAt: _, lateReason: __, ...rest } = body;
  const consented = Object.entries(consent ?? {}).map(
    ([name, answer]) => [flatConsent(name), answer] as const,
  );
  return { ...rest, ...who, ...safe, ...Object.fromEntries<unknown>(consented) };
}

/** Where in the nested body a fault of the flat data lies. */
export function pointerInBody(pointer: string): string {
  const [, part, field = ''] = pointer.split('/');
  if (part !== 'data') return pointer;
  const consent = consents.find((name) => flatConsent(name) === field);
  if (consent) return `/consent/${consent}`;
  if (safety.some((name) => name === field)) return `/safety/${field}`;
  return person.some((name) => name === field) ? `/person/${field}` : `/${field}`;
}
