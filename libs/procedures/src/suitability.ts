import type { BedKind, BedOffered, CaseView, Codes, House } from '#libs/vocabulary';
import { childStatuses, fileOf } from './circumstances.js';
import { code, isSet } from './read.js';

/** What a house must be able to give this person. Cooperation and identification are not among it. */
export interface Needs {
  readonly sex: string | null;
  readonly age: 'adult' | 'child';
  readonly family: boolean;
  readonly accessible: boolean;
  readonly highThreat: boolean;
  readonly avoidRegion: string | null;
}

/** What a placement asks for, of a person of this age status; in doubt of a child. */
export const needsAt = (ageStatus: string, context: Codes): Needs => ({
  sex: code(context, 'sex'),
  age: childStatuses.includes(ageStatus) ? 'child' : 'adult',
  family: isSet(context, 'withFamily'),
  accessible: isSet(context, 'accessible'),
  highThreat: isSet(context, 'highThreat'),
  avoidRegion: code(context, 'avoidRegion'),
});

export const needsOf = (view: CaseView, context: Codes): Needs =>
  needsAt(code(fileOf(view)?.context, 'ageStatus') ?? '', context);

const needs = ['sex', 'withFamily', 'accessible', 'highThreat', 'avoidRegion'] as const;

/** What was asked for, to be asked again. */
export const needsAsked = (codes: Codes): Codes =>
  Object.fromEntries(
    needs.filter((need) => (codes[need] ?? null) !== null).map((need) => [need, codes[need]]),
  );

type Bed = Omit<BedKind, 'free'>;
const askedOfBeds = {
  familyUnit: ({ family }: Needs, bed: Bed) => !family || bed.family,
  sex: ({ sex, family }: Needs, bed: Bed) => sex === null || family || ['any', sex].includes(bed.sex),
  age: ({ age, family }: Needs, bed: Bed) => family || ['any', age].includes(bed.age),
  accessibility: ({ accessible }: Needs, bed: Bed) => !accessible || bed.accessible,
} as const;
type Standing = Pick<House, 'region' | 'guarded'>;
const askedOfHouse = {
  region: ({ avoidRegion }: Needs, { region }: Standing) => avoidRegion === null || region !== avoidRegion,
  threat: ({ highThreat }: Needs, { guarded }: Standing) => !highThreat || guarded,
} as const;

type BedUnsuitable = keyof typeof askedOfBeds;
type HouseUnsuitable = keyof typeof askedOfHouse;
/** Why a bed where it stands does not suit. */
export type OfferUnsuitable = BedUnsuitable | HouseUnsuitable;
/** Why a house does not suit. `beds`: it has none; `together`: no bed gives all at once. */
export type Unsuitable = OfferUnsuitable | 'beds' | 'together';

/** Why a bed does not suit; nothing where it does. */
export const unsuitableBed = (bed: Bed, needs: Needs): readonly BedUnsuitable[] =>
  keysOf(askedOfBeds).filter((reason) => !askedOfBeds[reason](needs, bed));

const unsuitableHouse = (house: Standing, needs: Needs): readonly HouseUnsuitable[] =>
  keysOf(askedOfHouse).filter((reason) => !askedOfHouse[reason](needs, house));

/** Why a bed that is offered does not suit, its house counted; nothing where it does. */
export const unsuitableOffer = ({ bed, house }: BedOffered, needs: Needs): readonly OfferUnsuitable[] => [
  ...unsuitableHouse(house, needs),
  ...unsuitableBed(bed, needs),
];

/** Why a house does not suit; nothing where it does. */
export const unsuitable = (house: House, needs: Needs): readonly Unsuitable[] => [
  ...unsuitableHouse(house, needs),
  ...lackingBeds(house.beds, needs),
];

/** One bed must give all at once. Where none does: what no bed of the house gives at all, if there is such a thing. */
function lackingBeds(beds: readonly Bed[], needs: Needs): readonly Unsuitable[] {
  if (beds.length === 0) return ['beds'];
  const reasons = beds.map((bed) => unsuitableBed(bed, needs));
  if (reasons.some((ofBed) => ofBed.length === 0)) return [];
  const everywhere = keysOf(askedOfBeds).filter((reason) => reasons.every((ofBed) => ofBed.includes(reason)));
  return everywhere.length > 0 ? everywhere : ['together'];
}

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] => Object.keys(table) as K[];

/** Free beds of a house that suit. */
export const freeFor = ({ beds }: House, needs: Needs): number =>
  beds.filter((bed) => unsuitableBed(bed, needs).length === 0).reduce((sum, { free }) => sum + free, 0);

/** Beds that suit before those that do not, each part in its order. */
export const suitingFirst = <T extends Bed>(beds: readonly T[], needs: Needs): readonly T[] =>
  beds.toSorted(
    (one, other) =>
      Number(unsuitableBed(one, needs).length > 0) - Number(unsuitableBed(other, needs).length > 0),
  );

/** What can leave no house. Never the region: whoever asks with one after the other would learn where a house lies. */
export type Need = BedUnsuitable | 'threat';

const isAsked: Readonly<Record<Need, (needs: Needs) => boolean>> = {
  sex: ({ sex, family }) => sex !== null && !family,
  age: ({ family }) => !family,
  familyUnit: ({ family }) => family,
  accessibility: ({ accessible }) => accessible,
  threat: ({ highThreat }) => highThreat,
};

/**
 * The needs that no house can meet: those that none meets even alone or, where each is met somewhere, all of them
 * together. Nothing where some house can, wherever it lies and whether or not it was asked.
 */
export function leavingNoHouse(houses: readonly House[], needs: Needs): readonly Need[] {
  const anywhere: Needs = { ...needs, avoidRegion: null };
  if (houses.some((house) => unsuitable(house, anywhere).length === 0)) return [];
  const asked = keysOf(isAsked).filter((need) => isAsked[need](needs));
  const unmet = asked.filter((need) => !houses.some((house) => meets(house, need, needs)));
  return unmet.length > 0 ? unmet : asked;
}

const meets = (house: House, need: Need, needs: Needs): boolean =>
  need === 'threat' ? house.guarded : house.beds.some((bed) => askedOfBeds[need](needs, bed));
