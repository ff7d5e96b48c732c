import { Veil } from './veil.js';

const shut = { restricted: true };
const moving = { from: 'house', needs: { sex: 'female', avoidRegion: 'ganja' }, bedId: 'bed' };

it('hides which house it is, which bed, and the region that a house says she must leave', () => {
  const hidden = { from: shut, needs: { sex: 'female', avoidRegion: shut }, bedId: shut };
  expect(new Veil(new Set(['house']), true).over(moving)).toEqual(hidden);
});

it('hides whether a house that is hidden has an officer on its case, or a system of its own', () => {
  const hidden = { ownerBodyId: shut, ownerOfficerId: shut };
  const veil = new Veil(new Set(['house', 'officer']));
  for (const ownerOfficerId of ['officer', null])
    expect(veil.over({ ownerBodyId: 'house', ownerOfficerId })).toEqual(hidden);
  const known = { ownerBodyId: 'police', ownerOfficerId: null, from: 'house' };
  expect(veil.over(known)).toEqual({ ...known, from: shut });
});

it('hides beds and regions neither from a house nor from who may know where she is', () => {
  expect(new Veil(new Set(['another'])).over(moving)).toEqual(moving);
  expect(new Veil(new Set()).over(moving)).toEqual(moving);
});
