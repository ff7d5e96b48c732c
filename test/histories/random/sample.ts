import { z } from 'zod';
import type { Codes, FieldMeta, Json } from '#libs/vocabulary';
import { bodies, idOf, people } from '../../builders/bodies.js';
import type { Chance } from './chance.js';

/** What a sampled value may refer to. */
interface Surroundings {
  readonly chance: Chance;
  /** Moments are taken from before it. UTC. */
  readonly now: string;
  readonly instances: readonly string[];
}

/** Codes that fit the schema of a command. Texts are left out: they never reach the rulebook. */
export function sampled(schema: z.ZodObject, around: Surroundings): Codes {
  const fields = Object.entries(schema.shape);
  return Object.fromEntries(
    fields.flatMap(([name, field]) => {
      const optional = field instanceof z.ZodOptional;
      const inner = optional ? (field.def.innerType as z.ZodType) : field;
      if (metaOf(inner)?.data === 'text' || (optional && !around.chance.yes(0.6))) return [];
      return [[name, valueOf(inner, around)]];
    }),
  );
}

const metaOf = (field: z.ZodType) => field.meta() as FieldMeta | undefined;

function valueOf(field: z.ZodType, around: Surroundings): Json {
  const { chance, now } = around;
  if (field instanceof z.ZodEnum) return chance.pick(field.options as string[]);
  if (field instanceof z.ZodBoolean) return chance.yes(0.5);
  if (field instanceof z.ZodNumber) return chance.between(field.minValue ?? 0, field.maxValue ?? 100);
  if (field instanceof z.ZodISODateTime) return before(now, chance.between(0, 20 * 24));
  if (field instanceof z.ZodISODate) return before(now, chance.between(0, 2000)).slice(0, 10);
  if (field instanceof z.ZodArray) return several(field.def.element as z.ZodType, around);
  return reference(metaOf(field)?.ref, around) ?? matching(field, chance);
}

const before = (now: string, hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString();

function several(element: z.ZodType, around: Surroundings): string[] {
  const all = Array.from({ length: around.chance.between(1, 4) }, () => valueOf(element, around));
  return [...new Set(all as string[])];
}

function reference(to: FieldMeta['ref'], { chance, instances }: Surroundings): string | undefined {
  switch (to) {
    case 'body':
      return chance.pick(Object.values(bodies)).id;
    case 'user':
      return chance.pick(Object.values(people)).id;
    case 'instance':
      return chance.pick(instances);
    case 'case':
      return idOf(9, chance.between(1, 3));
    case 'entry':
      return idOf(8, chance.between(1, 9));
    default:
      return undefined;
  }
}

/** Codes whose form is a pattern, because their list is data. */
const patterned = [
  'baku-nasimi',
  'ganja',
  'ilo-ec-2009-labour-adult@1',
  'strict',
  'EX-01',
  'CR-02',
  '2017-09',
  '2021-05',
  '2030-01',
  idOf(9, 7),
  idOf(7, 1),
];

function matching(field: z.ZodType, chance: Chance): string {
  return chance.pick(patterned.filter((text) => field.safeParse(text).success));
}
