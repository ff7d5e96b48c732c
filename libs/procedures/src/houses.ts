import { many, type Body, type CaseView, type Codes, type Facts, type House } from '#libs/vocabulary';
import { districtOf, handoffs, handoffsPending, isChild } from './circumstances.js';
import { bodiesOf } from './desks.js';
import { code, codeList, isSet } from './read.js';

/** What a house must be able to give this person. Cooperation and identification are not among it. */
interface Needs {
  readonly sex: string | null;
  readonly age: 'adult' | 'child';
  readonly family: boolean;
  readonly accessible: boolean;
  readonly highThreat: boolean;
  readonly avoidRegion: string | null;
}

export const needsOf = (view: CaseView, context: Codes): Needs => ({
  sex: code(context, 'sex'),
  age: isChild(view) ? 'child' : 'adult',
  family: isSet(context, 'withFamily'),
  accessible: isSet(context, 'accessible'),
  highThreat: isSet(context, 'highThreat'),
  avoidRegion: code(context, 'avoidRegion'),
});

const needs = ['sex', 'withFamily', 'accessible', 'highThreat', 'avoidRegion'] as const;

/** What was asked for, to be asked again. */
export const needsAsked = (codes: Codes): Codes =>
  Object.fromEntries(
    needs.filter((need) => (codes[need] ?? null) !== null).map((need) => [need, codes[need]]),
  );

type Bed = House['beds'][number];
const askedOfBeds = {
  familyUnit: ({ family }: Needs, bed: Bed) => !family || bed.family,
  sex: ({ sex, family }: Needs, bed: Bed) => sex === null || family || ['any', sex].includes(bed.sex),
  age: ({ age, family }: Needs, bed: Bed) => family || ['any', age].includes(bed.age),
  accessibility: ({ accessible }: Needs, bed: Bed) => !accessible || bed.accessible,
} as const;
const askedOfHouse = {
  region: ({ avoidRegion }: Needs, { region }: House) => avoidRegion === null || region !== avoidRegion,
  threat: ({ highThreat }: Needs, { guarded }: House) => !highThreat || guarded,
} as const;

export type Unsuitable = keyof typeof askedOfBeds | keyof typeof askedOfHouse;

/** Why a house does not suit; nothing where it does. A bed must give all at once, so that the nearest bed says why. */
export function unsuitable(house: House, needs: Needs): readonly Unsuitable[] {
  const ofHouse = keysOf(askedOfHouse).filter((reason) => !askedOfHouse[reason](needs, house));
  const ofBeds = house.beds
    .map((bed) => keysOf(askedOfBeds).filter((reason) => !askedOfBeds[reason](needs, bed)))
    .sort((one, other) => one.length - other.length)[0];
  return [...ofHouse, ...(ofBeds ?? keysOf(askedOfBeds))];
}

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] => Object.keys(table) as K[];

const suits = (bed: Bed, needs: Needs) =>
  keysOf(askedOfBeds).every((reason) => askedOfBeds[reason](needs, bed));

const freeFor = ({ beds }: House, needs: Needs): number =>
  beds.filter((bed) => suits(bed, needs)).reduce((sum, { free }) => sum + free, 0);

interface Asking {
  readonly view: CaseView;
  readonly facts: Facts;
  readonly context: Codes;
}

/**
 * The house to ask now: one that suits, for who comes with her family the one where her family is, with a free bed
 * before one without, then the nearer, then the emptier. Never one that was asked in this request, waits already, or
 * houses her. A house that told nothing of its beds is asked before one that is full.
 */
export function nextHouse({ view, facts, context }: Asking): Body | undefined {
  const needs = needsOf(view, context);
  const told = new Map((facts.houses ?? []).map((house) => [house.bodyId, house]));
  const out = [...codeList(context, 'asked'), ...taken(view)];
  const district = districtOf(view);
  const rank = ({ id, ...body }: Body): readonly number[] => {
    const house = told.get(id);
    const at = house ? house.region : body.district;
    const free = house ? freeFor(house, needs) : 0;
    const distance = district !== null && at === district ? 0 : at === null ? 1 : 2;
    const together = needs.family && house?.family ? 0 : 1;
    const room = free > 0 ? 0 : house ? 2 : 1;
    return [id === code(context, 'preferredBodyId') ? 0 : 1, together, room, distance, -free];
  };
  const fits = ({ id }: Body) => {
    const house = told.get(id);
    return !out.includes(id) && (!house || unsuitable(house, needs).length === 0);
  };
  return bodiesOf(facts, 'shelter')
    .filter(fits)
    .toSorted((one, other) => compared(rank(one), rank(other)))[0];
}

const compared = (one: readonly number[], other: readonly number[]): number => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
};

/** Houses that are asked in another request, or where she is. */
const taken = (view: CaseView): readonly string[] =>
  [
    ...handoffs(view, { purpose: 'shelter', states: handoffsPending }).map(
      ({ context }) => context['toBodyId'],
    ),
    ...many(view, 'placement')
      .filter(({ tags }) => tags.includes('occupying'))
      .map(({ context }) => context['shelterBodyId']),
  ].filter((id) => typeof id === 'string');
