import { words, type Words } from '#libs/vocabulary';
import type { Need, Needs, OfferUnsuitable, Unsuitable } from './suitability.js';

const who = {
  adult: {
    any: words('yetkin şəxs', 'an adult'),
    female: words('qadın', 'a woman'),
    male: words('kişi', 'a man'),
  },
  child: { any: words('uşaq', 'a child'), female: words('qız', 'a girl'), male: words('oğlan', 'a boy') },
} as const;
const otherSex = { female: words('kişilər', 'men'), male: words('qadınlar', 'women') } as const;
const otherAge = { adult: words('uşaqlar', 'children'), child: words('yetkinlər', 'adults') } as const;

const sexOf = ({ sex }: Needs) => (sex === 'female' || sex === 'male' ? sex : null);
const onlyFor = ({ az, en }: Words): Words => words(`yalnız ${az} üçün`, `for ${en} only`);

/** One reason in words: what was asked for, and what is said of a house or a bed that does not give it. */
interface Said {
  readonly need: (needs: Needs) => Words;
  readonly lacking: (needs: Needs) => Words;
}

const said: Readonly<Record<Need | 'region', Said>> = {
  sex: {
    need: (needs) => who[needs.age][sexOf(needs) ?? 'any'],
    lacking: (needs) => onlyFor(otherSex[sexOf(needs) ?? 'female']),
  },
  age: { need: ({ age }) => who[age].any, lacking: ({ age }) => onlyFor(otherAge[age]) },
  familyUnit: {
    need: () => words('ailəsi ilə birlikdə', 'with her family'),
    lacking: () => words('ailə otağı yoxdur', 'no family unit'),
  },
  accessibility: {
    need: () => words('əlçatan otaq', 'an accessible room'),
    lacking: () => words('əlçatan deyil', 'not accessible'),
  },
  threat: {
    need: () => words('mühafizə olunan sığınacaq', 'a guarded house'),
    lacking: () => words('mühafizə olunmur', 'not guarded'),
  },
  region: {
    need: () => words('uzaq durulmalı rayondan kənarda', 'outside the region to keep away from'),
    lacking: () => words('uzaq durulmalı rayondadır', 'in the region to keep away from'),
  },
};

const ofAll = {
  beds: words('çarpayısı yoxdur', 'it has no beds'),
  together: words('bunların hamısını birlikdə verən çarpayı yoxdur', 'no bed gives all of this at once'),
} as const;

/** Why a house or a bed does not suit. */
export const unsuitableWords = (reason: Unsuitable, needs: Needs): Words =>
  reason === 'beds' || reason === 'together' ? ofAll[reason] : said[reason].lacking(needs);

const whatever: Needs = {
  sex: null,
  age: 'adult',
  family: false,
  accessible: false,
  highThreat: false,
  avoidRegion: null,
};

/** Why a bed did not suit, where what was asked for then is not at hand. */
export const notSuitedWords: Readonly<Record<OfferUnsuitable, Words>> = {
  sex: words('başqa cins üçün', 'for the other sex'),
  age: words('başqa yaş üçün', 'for another age'),
  familyUnit: said.familyUnit.lacking(whatever),
  accessibility: said.accessibility.lacking(whatever),
  threat: said.threat.lacking(whatever),
  region: said.region.lacking(whatever),
};

/** A need on its own. */
export const needWords = (need: Need, needs: Needs): Words => said[need].need(needs);

/** All that was asked for, who it is for first. Where it must not be, is said only where `place` is. */
export const needsWords = (needs: Needs, { place }: { readonly place: boolean }): readonly Words[] => [
  said.sex.need(needs),
  ...(needs.family ? [said.familyUnit.need(needs)] : []),
  ...(needs.accessible ? [said.accessibility.need(needs)] : []),
  ...(needs.highThreat ? [said.threat.need(needs)] : []),
  ...(place && needs.avoidRegion !== null ? [said.region.need(needs)] : []),
];
