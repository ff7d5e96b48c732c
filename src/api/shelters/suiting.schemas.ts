import { z } from 'zod';
import { standings } from '../../shelters/index.js';
import { code, codeOf, id, list, words } from '../shapes.js';

const reasons = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z.array(z.object({ code: codeOf(codes), label: words() }));

const ofBed = ['sex', 'age', 'familyUnit', 'accessibility'] as const;
const house = z.object({
  id: id(),
  name: words(),
  standing: codeOf(standings).describe('A house that was asked, or houses the person, is not asked again.'),
  free: z.int().nullable().describe('Free beds that suit; null where the house told nothing of its beds.'),
  unsuitable: reasons([...ofBed, 'threat', 'region', 'beds', 'together']).describe(
    'Empty where it suits. `beds`: it has none; `together`: no bed gives all at once.',
  ),
});
const bed = z.object({ id: id(), room: code(), bed: code(), unsuitable: reasons(ofBed) });

export const suitingAnswer = list(house).extend({
  asked: z.array(words()).describe('What was asked for.'),
  beds: z.array(bed).nullable().describe('Free beds of the own house, those that suit first.'),
  leftNoHouse: reasons([...ofBed, 'threat'])
    .nullable()
    .describe(
      'To whom a house is hidden, once none is left to be asked: the needs that left none, wherever it lies.',
    ),
});
