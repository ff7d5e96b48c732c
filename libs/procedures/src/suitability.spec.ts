import type { BedKind, House } from '#libs/vocabulary';
import { leavingNoHouse, needsAt, suitingFirst, unsuitable, unsuitableBed } from './suitability.js';
import { needsWords, needWords, unsuitableWords } from './suitability-words.js';

const anyBed: BedKind = { sex: 'any', age: 'any', family: false, accessible: false, free: 1 };
const house = (beds: readonly BedKind[], more: Partial<House> = {}): House => ({
  bodyId: 'house',
  region: null,
  guarded: false,
  beds,
  ...more,
});
const women = { ...anyBed, sex: 'female' } as const;
const men = { ...anyBed, sex: 'male' } as const;
const ramp = { ...anyBed, accessible: true };

describe('why a bed does not suit', () => {
  const woman = needsAt('adult', { sex: 'female', accessible: true });
  it.each([
    [men, woman, ['for men only', 'not accessible']],
    [women, needsAt('adult', { sex: 'male' }), ['for women only']],
    [{ ...ramp, age: 'adult' } as const, needsAt('presumedChild', {}), ['for adults only']],
    [{ ...ramp, age: 'child' } as const, woman, ['for children only']],
    [men, needsAt('child', { sex: 'female', withFamily: true }), ['no family unit']],
    [{ ...men, family: true }, needsAt('child', { sex: 'female', withFamily: true }), []],
    [ramp, woman, []],
  ])('is said in words by what was asked for: %#', (bed, needs, said) => {
    expect(unsuitableBed(bed, needs).map((reason) => unsuitableWords(reason, needs).en)).toEqual(said);
  });

  it('never hides a bed: those that suit come first, and else each keeps its place', () => {
    const beds = [men, women, { ...men, free: 2 }, ramp];
    expect(suitingFirst(beds, needsAt('adult', { sex: 'female' }))).toEqual([
      women,
      ramp,
      men,
      { ...men, free: 2 },
    ]);
  });

  it('is said of a house by what none of its beds gives, with what it lacks itself', () => {
    const needs = needsAt('adult', {
      sex: 'female',
      accessible: true,
      highThreat: true,
      avoidRegion: 'ganja',
    });
    const words = (of: House) => unsuitable(of, needs).map((reason) => unsuitableWords(reason, needs).en);
    expect(words(house([men, women], { region: 'ganja' }))).toEqual([
      'in the region to keep away from',
      'not guarded',
      'not accessible',
    ]);
    expect(words(house([women, { ...men, accessible: true }], { guarded: true }))).toEqual([
      'no bed gives all of this at once',
    ]);
    expect(words(house([], { guarded: true }))).toEqual(['it has no beds']);
  });
});

describe('what was asked for', () => {
  it('is said in one line, who it is for first', () => {
    const all = { sex: 'female', withFamily: true, accessible: true, highThreat: true, avoidRegion: 'ganja' };
    const said = (place: boolean) => needsWords(needsAt('child', all), { place }).map(({ en }) => en);
    const needs = ['a girl', 'with her family', 'an accessible room', 'a guarded house'];
    expect(said(false)).toEqual(needs);
    expect(said(true)).toEqual([...needs, 'outside the region to keep away from']);
    expect(needsWords(needsAt('assumedAdult', {}), { place: true })).toEqual([
      { az: 'yetkin şəxs', en: 'an adult' },
    ]);
  });
});

describe('the needs that left no house', () => {
  const left = (houses: readonly House[], codes: Parameters<typeof needsAt>[1], age = 'adult') =>
    leavingNoHouse(houses, needsAt(age, codes));

  it('are those that none gives even alone', () => {
    expect(left([house([women]), house([men])], { accessible: true, sex: 'female' })).toEqual([
      'accessibility',
    ]);
    expect(left([house([ramp])], { highThreat: true, accessible: true })).toEqual(['threat']);
    expect(left([house([{ ...anyBed, age: 'adult' }])], {}, 'child')).toEqual(['age']);
    expect(left([house([women])], { sex: 'female', withFamily: true })).toEqual(['familyUnit']);
  });

  it('are all together where each is given somewhere, and no house gives all', () => {
    const houses = [house([women]), house([{ ...men, accessible: true }])];
    expect(left(houses, { sex: 'female', accessible: true })).toEqual(['sex', 'age', 'accessibility']);
    expect(left([house([women, ramp])], { sex: 'female', accessible: true })).toEqual([]);
  });

  it('are the same whatever region is to be avoided', () => {
    const houses = [house([women], { region: 'ganja', guarded: true }), house([men], { region: 'sheki' })];
    const asked = [{ sex: 'female' }, { highThreat: true, sex: 'male' }, { accessible: true }];
    for (const codes of asked)
      for (const avoidRegion of ['ganja', 'sheki', 'baku-nasimi'])
        expect(left(houses, { ...codes, avoidRegion })).toEqual(left(houses, codes));
    expect(left(houses, { highThreat: true, sex: 'male' })).toEqual(['sex', 'age', 'threat']);
  });

  it('are named as they were asked', () => {
    const needs = needsAt('child', { sex: 'male' });
    expect((['sex', 'age'] as const).map((need) => needWords(need, needs).en)).toEqual(['a boy', 'a child']);
  });
});
