import {
  freeFor,
  leavingNoHouse,
  needWords,
  suitingFirst,
  unsuitable,
  unsuitableBed,
  unsuitableWords,
  type Need,
  type Needs,
  type Unsuitable,
} from '#libs/procedures';
import type { BedKind, Body, House, Uuid, Words } from '#libs/vocabulary';

/** Why something does not suit, as a code and in words. */
export interface Reason<T extends string = Unsuitable> {
  readonly code: T;
  readonly label: Words;
}

/** How a house stands to this request: one that was asked or houses her is not asked (again). */
export const standings = ['notAsked', 'asked', 'housesHer'] as const;
export type Standing = (typeof standings)[number];

/** A house for one placement. */
export interface HouseSuiting {
  readonly id: Uuid;
  readonly name: Words;
  readonly standing: Standing;
  /** Null where the house told nothing of its beds: it is asked all the same. */
  readonly free: number | null;
  /** Empty where it suits. */
  readonly unsuitable: readonly Reason[];
}

/** A free bed of the own house for one placement. */
export interface BedSuiting {
  readonly id: Uuid;
  readonly room: string;
  readonly bed: string;
  readonly unsuitable: readonly Reason[];
}

export type FreeBed = Pick<BedSuiting, 'id' | 'room' | 'bed'> & Omit<BedKind, 'free'>;

export const reasonsOf = (reasons: readonly Unsuitable[], needs: Needs): readonly Reason[] =>
  reasons.map((code) => ({ code, label: unsuitableWords(code, needs) }));

/** Suiting beds first. */
export const bedsSuiting = (beds: readonly FreeBed[], needs: Needs): readonly BedSuiting[] =>
  suitingFirst(beds, needs).map((one) => ({
    id: one.id,
    room: one.room,
    bed: one.bed,
    unsuitable: reasonsOf(unsuitableBed(one, needs), needs),
  }));

interface Asking {
  readonly needs: Needs;
  readonly told: readonly House[];
  readonly standing: (id: Uuid) => Standing;
}

/** Houses that can still be asked first, of them those that suit, then by free beds that suit. */
export function housesSuiting(shelters: readonly Body[], { needs, told, standing }: Asking): HouseSuiting[] {
  const rank = ({ standing, unsuitable, free }: HouseSuiting): readonly number[] => [
    standings.indexOf(standing),
    Number(unsuitable.length > 0),
    -(free ?? 0),
  ];
  return shelters
    .map(({ id, name }) => {
      const house = told.find(({ bodyId }) => bodyId === id);
      const lacking = house ? unsuitable(house, needs) : [];
      return {
        id,
        name,
        standing: standing(id),
        free: house ? freeFor(house, needs) : null,
        unsuitable: reasonsOf(lacking, needs),
      };
    })
    .toSorted((one, other) => compared(rank(one), rank(other)));
}

const compared = (one: readonly number[], other: readonly number[]): number =>
  one.map((value, at) => value - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** The needs that left no house; none while a house tells nothing of its beds, because it may suit. */
export function noHouseFor(
  shelters: readonly Body[],
  { needs, told }: Pick<Asking, 'needs' | 'told'>,
): readonly Reason<Need>[] {
  const houses = told.filter(({ bodyId }) => shelters.some(({ id }) => id === bodyId));
  if (houses.length < shelters.length) return [];
  return leavingNoHouse(houses, needs).map((code) => ({ code, label: needWords(code, needs) }));
}
