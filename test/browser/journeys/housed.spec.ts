import { keepsHouse } from '../../support/houses.js';
import { browserIsHere } from '../browser.js';
import { adultWithShelter } from './adult-with-shelter.js';
import { childFoundBegging } from './child-found-begging.js';
import { Stage } from './stage.js';

const here = browserIsHere();
const describeInBrowser = here ? describe : describe.skip;

let stage: Stage;

/** A house near by with one bed, and the State Shelter with two. */
beforeAll(async () => {
  if (!here) return;
  stage = await Stage.set();
  const { signIn } = stage.application;
  const [near, state] = await Promise.all([signIn('shelter2'), signIn('shelter')]);
  await keepsHouse(near, { region: 'baku-nasimi', rooms: [{ name: '1', beds: 1 }] });
  await keepsHouse(state, { region: null, guarded: true, rooms: [{ name: '7', beds: 2 }] });
}, 120_000);
afterAll(() => stage?.strike());

describeInBrowser('An adult with a shelter, through the pages of everyone who houses her', () => {
  adultWithShelter(() => stage);
});

describeInBrowser(
  'A child found begging, through the pages of all who answer for her, without scripts',
  () => {
    childFoundBegging(() => stage);
  },
);
