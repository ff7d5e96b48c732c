import { Veil } from './veil.js';

const shut = { restricted: true };
const moving = { from: 'house', needs: { sex: 'female', avoidRegion: 'ganja' }, bedId: 'bed' };

it('hides which house it is, which bed, and the region that a house says she must leave', () => {
  const hidden = { from: shut, needs: { sex: 'female', avoidRegion: shut }, bedId: shut };
  expect(new Veil(new Set(['house']), true).over(moving)).toEqual(hidden);
});

it('hides beds and regions neither from a house nor from who may know where she is', () => {
  expect(new Veil(new Set(['another'])).over(moving)).toEqual(moving);
  expect(new Veil(new Set()).over(moving)).toEqual(moving);
});
