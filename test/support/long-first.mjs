import { statSync } from 'node:fs';

/** Suites that drive browsers, then those that start and kill programs or walk everything: minutes, and not seconds. */
const long = [/\/test\/browser\//, /\/test\/(access|faults|histories|start)\//];

/** What runs longest begins first: begun late, one suite keeps a single core busy while the other waits. */
export default class LongFirst {
  /** Tests of Jest, `{path}` each. */
  sort(tests) {
    const weighed = tests.map((test) => ({ test, rank: rank(test.path), bytes: statSync(test.path).size }));
    weighed.sort((one, other) => one.rank - other.rank || other.bytes - one.bytes);
    return weighed.map(({ test }) => test);
  }

  /** Nothing is kept from one run to the next: every run has the same order. */
  cacheResults() {}
}

function rank(path) {
  const place = long.findIndex((folder) => folder.test(path));
  return place < 0 ? long.length : place;
}
