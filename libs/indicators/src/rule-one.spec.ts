import { isPositive, reasonOf } from './rule-one.js';
import type { Counts } from './rule-one.js';

const top = 10;

function cube(): Counts[] {
  const all: Counts[] = [];
  for (let strong = 0; strong <= top; strong++) {
    for (let medium = 0; medium <= top; medium++) {
      for (let weak = 0; weak <= top; weak++) all.push({ strong, medium, weak });
    }
  }
  return all;
}

/** The four sentences of the brochure as least sets, and everything that grows out of them one indicator at a time. */
function grown(): Set<string> {
  const reached = new Set<string>();
  const open = [
    [2, 0, 0],
    [1, 1, 0],
    [1, 0, 1],
    [0, 3, 0],
    [0, 2, 1],
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const [s, m, w] = next as [number, number, number];
    if (Math.max(s, m, w) > top || reached.has(`${s}/${m}/${w}`)) continue;
    reached.add(`${s}/${m}/${w}`);
    open.push([s + 1, m, w], [s, m + 1, w], [s, m, w + 1]);
  }
  return reached;
}

const expected = grown();
const wrongFor = (rule: (counts: Counts) => boolean) =>
  cube().filter((it) => rule(it) !== expected.has(`${it.strong}/${it.medium}/${it.weak}`));

describe('Rule 1', () => {
  it('agrees with the enumeration for all counts from 0 to 10', () => {
    expect(cube()).toHaveLength(1331);
    expect(wrongFor(isPositive)).toEqual([]);
  });

  it('has exactly these negatives', () => {
    const negatives = cube().filter((it) => !isPositive(it));
    const lonely = negatives.filter((it) => it.strong + it.medium === 0);
    const others = negatives.filter((it) => it.strong + it.medium > 0 && it.weak === 0);
    expect(lonely).toHaveLength(11);
    expect(others.map((it) => [it.strong, it.medium])).toEqual([
      [0, 1],
      [0, 2],
      [1, 0],
    ]);
    const oneMedium = negatives.filter((it) => it.medium === 1 && it.weak > 0);
    expect(oneMedium.map((it) => [it.strong, it.weak])).toEqual(
      Array.from({ length: 10 }, (_, n) => [0, n + 1]),
    );
    expect(negatives).toHaveLength(24);
  });

  const mutants: [string, (counts: Counts) => boolean][] = [
    [
      'three strong',
      ({ strong: s, medium: m, weak: w }) => s >= 3 || (s >= 1 && m + w >= 1) || m >= 3 || (m >= 2 && w >= 1),
    ],
    ['one strong alone', ({ strong: s, medium: m, weak: w }) => s >= 1 || m >= 3 || (m >= 2 && w >= 1)],
    [
      'strong with medium only',
      ({ strong: s, medium: m, weak: w }) => s >= 2 || (s >= 1 && m >= 1) || m >= 3 || (m >= 2 && w >= 1),
    ],
    [
      'strong with weak only',
      ({ strong: s, medium: m, weak: w }) => s >= 2 || (s >= 1 && w >= 1) || m >= 3 || (m >= 2 && w >= 1),
    ],
    [
      'strong with two more',
      ({ strong: s, medium: m, weak: w }) => s >= 2 || (s >= 1 && m + w >= 2) || m >= 3 || (m >= 2 && w >= 1),
    ],
    ['two medium alone', ({ strong: s, medium: m, weak: w }) => s >= 2 || (s >= 1 && m + w >= 1) || m >= 2],
    [
      'four medium',
      ({ strong: s, medium: m, weak: w }) => s >= 2 || (s >= 1 && m + w >= 1) || m >= 4 || (m >= 2 && w >= 1),
    ],
    [
      'two medium, two weak',
      ({ strong: s, medium: m, weak: w }) => s >= 2 || (s >= 1 && m + w >= 1) || m >= 3 || (m >= 2 && w >= 2),
    ],
    [
      'one medium, one weak',
      ({ strong: s, medium: m, weak: w }) => s >= 2 || (s >= 1 && m + w >= 1) || m >= 3 || (m >= 1 && w >= 1),
    ],
    [
      'exactly two strong',
      ({ strong: s, medium: m, weak: w }) =>
        s === 2 || (s === 1 && m + w >= 1) || m >= 3 || (m >= 2 && w >= 1),
    ],
    [
      'many weak',
      ({ strong: s, medium: m, weak: w }) =>
        s >= 2 || (s >= 1 && m + w >= 1) || m >= 3 || (m >= 2 && w >= 1) || w >= 10,
    ],
  ];
  it.each(mutants)('would be found if it said: %s', (_, mutant) => {
    expect(wrongFor(mutant)).not.toEqual([]);
  });

  it('says why in both languages, once for each case of the rule', () => {
    const reasons = cube().map(reasonOf);
    expect(new Set(reasons.map((it) => it.en)).size).toBe(9);
    expect(new Set(reasons.map((it) => it.az)).size).toBe(9);
    expect(reasonOf({ strong: 1, medium: 0, weak: 0 }).en).toBe(
      'one strong indicator alone is not yet enough',
    );
    expect(reasonOf({ strong: 0, medium: 2, weak: 1 }).az).toBe('iki orta və bir zəif göstərici kifayətdir');
    expect(reasonOf({ strong: 0, medium: 0, weak: 4 }).en).toBe('weak indicators alone are not enough');
  });
});
