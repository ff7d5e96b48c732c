import { law } from '../builders/case-builder.js';
import { machineId } from '#libs/rulebook';
import { addTo, fingerprint, fingerprints, recorded, recordOf, replayed } from './golden/recorded.js';
import { stories } from './golden/stories.js';

// NRM_GOLDEN=add npm run unit -- test/histories/golden: records what is missing and touches nothing that is there.
if (process.env.NRM_GOLDEN === 'add')
  addTo(Object.entries(stories).map(([name, story]) => recordOf(name, story())));

const files = recorded();

describe('recorded histories', () => {
  it.each(files)('$file replays to the view of the day it was recorded', (record) => {
    expect(replayed(law, record)).toEqual(record.view);
  });

  it('stand as they were recorded', () => {
    expect(Object.fromEntries(files.map(({ file }) => [file, fingerprint(file)]))).toEqual(fingerprints());
  });

  it('are there for every newest machine', () => {
    const machines = new Set(files.flatMap(({ machines }) => machines));
    expect(
      Object.values(law.procedures)
        .map(machineId)
        .filter((id) => !machines.has(id)),
    ).toEqual([]);
  });

  it('are never overwritten: what stands there is not recorded again', () => {
    expect(addTo(files)).toEqual([]);
  });
});
