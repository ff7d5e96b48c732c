import { DIMENSIONS } from './dimensions.js';
import type { Dimension } from './dimensions.js';
import { ADVICE, firstFit, OUTCOMES, policies } from './policies.js';
import type { Outcome, Policy, PolicyRow } from './policies.js';

/**
 * What every pattern of positive dimensions must give: strict adult, Palermo adult, child under either policy.
 * N notIndicated, M meansIndicated, X exploitationIndicated, D deceptionAndExploitation,
 * C coercionAndExploitation, T traffickingIndicated. Stated apart
 * from the policy table, which the specs hold against it.
 */
const ruleTwoTable = `
-- -- -- -- -- --  N N N
-- -- -- -- -- VD  M M M
-- -- -- -- CD --  M M M
-- -- -- -- CD VD  M M M
-- -- -- EX -- --  X X T
-- -- -- EX -- VD  X T T
-- -- -- EX CD --  C T T
-- -- -- EX CD VD  C T T
-- -- RV -- -- --  M M M
-- -- RV -- -- VD  M M M
-- -- RV -- CD --  M M M
-- -- RV -- CD VD  M M M
-- -- RV EX -- --  X T T
-- -- RV EX -- VD  X T T
-- -- RV EX CD --  C T T
-- -- RV EX CD VD  C T T
-- CR -- -- -- --  M M M
-- CR -- -- -- VD  M M M
-- CR -- -- CD --  M M M
-- CR -- -- CD VD  M M M
-- CR -- EX -- --  C T T
-- CR -- EX -- VD  C T T
-- CR -- EX CD --  T T T
-- CR -- EX CD VD  T T T
-- CR RV -- -- --  M M M
-- CR RV -- -- VD  M M M
-- CR RV -- CD --  M M M
-- CR RV -- CD VD  M M M
-- CR RV EX -- --  C T T
-- CR RV EX -- VD  C T T
-- CR RV EX CD --  T T T
-- CR RV EX CD VD  T T T
DR -- -- -- -- --  M M M
DR -- -- -- -- VD  M M M
DR -- -- -- CD --  M M M
DR -- -- -- CD VD  M M M
DR -- -- EX -- --  D T T
DR -- -- EX -- VD  D T T
DR -- -- EX CD --  T T T
DR -- -- EX CD VD  T T T
DR -- RV -- -- --  M M M
DR -- RV -- -- VD  M M M
DR -- RV -- CD --  M M M
DR -- RV -- CD VD  M M M
DR -- RV EX -- --  D T T
DR -- RV EX -- VD  D T T
DR -- RV EX CD --  T T T
DR -- RV EX CD VD  T T T
DR CR -- -- -- --  M M M
DR CR -- -- -- VD  M M M
DR CR -- -- CD --  M M M
DR CR -- -- CD VD  M M M
DR CR -- EX -- --  C T T
DR CR -- EX -- VD  C T T
DR CR -- EX CD --  T T T
DR CR -- EX CD VD  T T T
DR CR RV -- -- --  M M M
DR CR RV -- -- VD  M M M
DR CR RV -- CD --  M M M
DR CR RV -- CD VD  M M M
DR CR RV EX -- --  C T T
DR CR RV EX -- VD  C T T
DR CR RV EX CD --  T T T
DR CR RV EX CD VD  T T T
`;

const outcomeOf: Record<string, Outcome> = {
  N: 'notIndicated',
  M: 'meansIndicated',
  X: 'exploitationIndicated',
  D: 'deceptionAndExploitation',
  C: 'coercionAndExploitation',
  T: 'traffickingIndicated',
};

const table = ruleTwoTable
  .trim()
  .split('\n')
  .map((line) => {
    const [pattern = '', results = ''] = line.split('  ');
    const [strict, palermo, child] = results.split(' ').map((letter) => outcomeOf[letter]);
    const positive = new Set(pattern.split(' ').filter((it) => it !== '--') as Dimension[]);
    return { pattern, positive, adult: { strict, palermo }, child: { strict: child, palermo: child } };
  });

const cases: [Policy, 'adult' | 'child'][] = [
  ['strict', 'adult'],
  ['strict', 'child'],
  ['palermo', 'adult'],
  ['palermo', 'child'],
];

const wrongFor = (rows: readonly PolicyRow[], policy: Policy, age: 'adult' | 'child') =>
  table.filter((it) => firstFit(rows, it.positive).outcome !== it[age][policy]).map((it) => it.pattern);

describe('Rule 2', () => {
  it('has a table of all 64 patterns', () => {
    expect(new Set(table.map((it) => it.pattern)).size).toBe(64);
  });

  it.each(cases)('%s, %s: agrees with the table', (policy, age) => {
    expect(wrongFor(policies.policies[policy][age], policy, age)).toEqual([]);
  });

  it.each(cases)('%s, %s: every change of a row would be found', (policy, age) => {
    const rows = policies.policies[policy][age];
    const mutants = rows.flatMap((row, place) => mutantsOf(rows, row, place));
    expect(mutants.length).toBeGreaterThan(5);
    expect(mutants.filter((it) => wrongFor(it, policy, age).length === 0)).toEqual([]);
  });

  it.each(cases)('%s, %s: one more positive dimension never gives less', (policy, age) => {
    const rows = policies.policies[policy][age];
    for (const { positive } of table) {
      const before = firstFit(rows, positive);
      for (const more of DIMENSIONS) {
        const after = firstFit(rows, new Set([...positive, more]));
        expect(OUTCOMES.indexOf(after.outcome)).toBeGreaterThanOrEqual(OUTCOMES.indexOf(before.outcome));
        expect(ADVICE.indexOf(after.advises)).toBeGreaterThanOrEqual(ADVICE.indexOf(before.advises));
      }
    }
  });

  it('gives an outcome the same advice everywhere, and no advice to reject', () => {
    const advice = Object.values(policies.policies).flatMap((it) => [...it.adult, ...it.child]);
    expect(Object.fromEntries(advice.map((it) => [it.outcome, it.advises]))).toEqual({
      notIndicated: 'lookFurther',
      meansIndicated: 'lookFurther',
      exploitationIndicated: 'labourRights',
      deceptionAndExploitation: 'labourRights',
      coercionAndExploitation: 'labourRights',
      traffickingIndicated: 'presume',
    });
    for (const row of advice) expect(row.advises === 'presume').toBe(row.outcome === 'traffickingIndicated');
    expect(ADVICE).toEqual(['lookFurther', 'labourRights', 'presume']);
  });
});

/** The rows with one of them taken out, given another outcome, or with one dimension of its condition left out. */
function mutantsOf(rows: readonly PolicyRow[], row: PolicyRow, place: number): PolicyRow[][] {
  const put = (changed: PolicyRow) => rows.map((it, at) => (at === place ? changed : it));
  const last = place === rows.length - 1;
  const without = last ? [] : [rows.filter((it) => it !== row)];
  const renamed = OUTCOMES.filter((it) => it !== row.outcome).map((outcome) => put({ ...row, outcome }));
  const narrowed = row.when.flatMap((any, at) =>
    any.length < 2
      ? [put({ ...row, when: row.when.filter((_, other) => other !== at) })]
      : any.map((gone) =>
          put({
            ...row,
            when: row.when.map((it, other) => (other === at ? it.filter((d) => d !== gone) : it)),
          }),
        ),
  );
  return [...without, ...renamed, ...narrowed];
}
