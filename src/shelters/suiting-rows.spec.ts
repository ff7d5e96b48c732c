import { needsAt } from '#libs/procedures';
import type { Body, House } from '#libs/vocabulary';
import { bedsSuiting, housesSuiting, noHouseFor, type FreeBed } from './suiting-rows.js';

const body = (id: string): Body => ({
  id,
  code: id,
  kind: 'shelter',
  name: { az: id, en: id },
  parentId: null,
  district: null,
  active: true,
});
const kind = { sex: 'any', age: 'any', family: false, accessible: false } as const;
const house = (bodyId: string, free: number, more: Partial<House['beds'][number]> = {}): House => ({
  bodyId,
  region: null,
  guarded: false,
  beds: [{ ...kind, ...more, free }],
});
const needs = needsAt('adult', { sex: 'female' });

describe('houses for a placement', () => {
  const told = [
    house('one', 1),
    house('three', 3),
    house('men', 5, { sex: 'male' }),
    house('asked', 9),
    house('hers', 9),
  ];
  const shelters = ['hers', 'men', 'silent', 'asked', 'one', 'three'].map(body);

  it('stand by whether they can be asked, suit, and have free beds', () => {
    const standing = (id: string) =>
      id === 'hers' ? ('housesHer' as const) : id === 'asked' ? ('asked' as const) : ('notAsked' as const);
    const shown = housesSuiting(shelters, { needs, told, standing });
    expect(shown.map(({ id, free, unsuitable }) => [id, free, unsuitable.map(({ code }) => code)])).toEqual([
      ['three', 3, []],
      ['one', 1, []],
      ['silent', null, []],
      ['men', 0, ['sex']],
      ['asked', 9, []],
      ['hers', 9, []],
    ]);
  });

  it('leave none only where every one told of its beds', () => {
    const men = [house('men', 5, { sex: 'male' })];
    const codes = (ids: readonly string[]) =>
      noHouseFor(ids.map(body), { needs, told: men }).map(({ code }) => code);
    expect([codes(['men']), codes(['men', 'silent'])]).toEqual([['sex'], []]);
  });
});

it('beds that suit are offered first, the others with their reasons', () => {
  const bed = (name: string, more: Partial<FreeBed> = {}): FreeBed => ({
    id: name,
    room: name,
    bed: name,
    ...kind,
    ...more,
  });
  const shown = bedsSuiting([bed('1', { sex: 'male' }), bed('2')], needs);
  expect(shown).toEqual([
    { id: '2', room: '2', bed: '2', unsuitable: [] },
    {
      id: '1',
      room: '1',
      bed: '1',
      unsuitable: [{ code: 'sex', label: { az: 'yalnız kişilər üçün', en: 'for men only' } }],
    },
  ]);
});
