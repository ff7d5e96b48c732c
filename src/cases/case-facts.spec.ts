import { stepsAtMost } from '#libs/rulebook';
import { people } from '../../test/builders/case-builder.js';
import { opened } from '../../test/builders/cases-in-state.js';
import { factsOf, newIds } from './case-facts.js';

it('holds an id for every step that a decision may take, after those drawn before the case was read', () => {
  const { view, now } = opened();
  const ids = newIds();
  const [instance] = view.instances;
  const large = { ...view, instances: instance ? Array.from({ length: 60 }, () => instance) : [] };
  const record = { view: large, now, participants: {} };
  const given = factsOf({ record, actor: people.police, bodies: [], ids });
  expect(given.ids.slice(0, ids.length)).toEqual(ids);
  expect(new Set(given.ids).size).toBe(stepsAtMost(large));
});
