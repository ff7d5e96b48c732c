import fc from 'fast-check';
import { assess as assessOn, UnknownIndicators, type AssessmentInput } from './assess.js';
import type { Assessment } from './assessment.js';
import type { AgeStatus } from './age.js';
import { builtInCatalogues } from './built-in.js';
import type { Catalogue } from './catalogue.js';
import { DIMENSIONS, dimensionNames } from './dimensions.js';
import type { Dimension } from './dimensions.js';
import { ADVICE, OUTCOMES } from './policies.js';
import type { Policy } from './policies.js';

const { labourAdult, labourChild, unodcGeneral } = builtInCatalogues;
const all = Object.values(builtInCatalogues);
const ages: AgeStatus[] = ['assumedAdult', 'verifiedAdult', 'child', 'presumedChild'];
const bothPolicies: Policy[] = ['strict', 'palermo'];
const assess = (input: Omit<AssessmentInput, 'observedOn'>) =>
  assessOn({ ...input, observedOn: '2016-03-01' });
const strictAdult = (...observed: string[]) =>
  assess({ catalogue: labourAdult, observed, ageStatus: 'assumedAdult', policy: 'strict' });

/** The codes that make exactly these dimensions positive, with one indicator of every other dimension as noise. */
function observedFor(catalogue: Catalogue, positive: ReadonlySet<Dimension>): string[] {
  if (catalogue.weighting === 'unweighted') return [];
  return DIMENSIONS.flatMap((dimension) => {
    const inside = catalogue.indicators.filter((it) => it.dimension === dimension);
    return inside.slice(0, positive.has(dimension) ? inside.length : 1).map((it) => it.code);
  });
}

const patterns = Array.from(
  { length: 64 },
  (_, bits) => new Set(DIMENSIONS.filter((_dimension, place) => bits & (1 << place))),
);

const anySituation = fc.constantFrom(...all).chain((catalogue) =>
  fc.record({
    catalogue: fc.constant(catalogue),
    observed: fc.subarray(catalogue.indicators.map((it) => it.code)),
    more: fc.constantFrom(...catalogue.indicators.map((it) => it.code)),
    ageStatus: fc.constantFrom(...ages),
    policy: fc.constantFrom(...bothPolicies),
  }),
);

const rank = (result: Assessment) => [
  result.outcome === 'notWeighted' ? 0 : OUTCOMES.indexOf(result.outcome),
  ADVICE.indexOf(result.advises),
];

describe('assess', () => {
  it('counts, decides and names what it rests on', () => {
    const result = strictAdult(
      'dr.nature-of-job',
      'dr.wages',
      'ex.excessive-hours',
      'ex.no-education',
      'cd.violence',
      'cd.debt-bondage',
    );
    expect(result).toMatchObject({
      catalogue: 'ilo-ec-2009-labour-adult@1',
      policy: 'strict',
      policyVersion: '1',
      ageStatus: 'assumedAdult',
      outcome: 'traffickingIndicated',
      advises: 'presume',
      deciding: true,
    });
    expect(result.dimensions.map((it) => [it.dimension, it.strong, it.medium, it.weak, it.positive])).toEqual(
      [
        ['DR', 1, 1, 0, true],
        ['CR', 0, 0, 0, false],
        ['RV', 0, 0, 0, false],
        ['EX', 1, 0, 1, true],
        ['CD', 2, 0, 0, true],
        ['VD', 0, 0, 0, false],
      ],
    );
    expect(result.dimensions[0]?.because.en).toBe('one strong with one medium or weak indicator is enough');
  });

  it('counts an indicator given twice once, and does not mind the order', () => {
    expect(strictAdult('ex.excessive-hours', 'ex.excessive-hours').outcome).toBe('notIndicated');
    expect(strictAdult('ex.no-education', 'ex.excessive-hours')).toEqual(
      strictAdult('ex.excessive-hours', 'ex.no-education'),
    );
  });

  it('refuses unknown codes, naming all of them', () => {
    const attempt = () => strictAdult('ex.excessive-hours', 'ex.nothing', 'toString');
    expect(attempt).toThrow(UnknownIndicators);
    expect(attempt).toThrow('ilo-ec-2009-labour-adult@1 has no indicator ex.nothing, toString');
  });

  it.each(ages)(
    '%s: exploitation alone is enough for a child, in doubt too, under both policies',
    (ageStatus) => {
      const child = ageStatus === 'child' || ageStatus === 'presumedChild';
      for (const policy of bothPolicies) {
        const observed = ['ex.excessive-hours', 'ex.low-or-no-salary'];
        const result = assess({ catalogue: labourChild, observed, ageStatus, policy });
        expect(result.outcome).toBe(child ? 'traffickingIndicated' : 'exploitationIndicated');
        expect(result.advises).toBe(child ? 'presume' : 'labourRights');
      }
    },
  );

  it('an unverified or unweighted list never decides, whatever was observed', () => {
    const silent = all.filter((it) => it.provenance === 'unverified' || it.weighting === 'unweighted');
    expect(silent).toHaveLength(4);
    for (const catalogue of silent) {
      for (const ageStatus of ages) {
        const observed = catalogue.indicators.map((it) => it.code);
        const result = assess({ catalogue, observed, ageStatus, policy: 'palermo' });
        expect([result.deciding, result.advises]).toEqual([false, 'lookFurther']);
        const scored = catalogue.weighting === 'weighted';
        expect(result.outcome).toBe(scored ? 'traffickingIndicated' : 'notWeighted');
        const unverified = catalogue.provenance === 'unverified';
        expect(result.explanation.en.join().includes('decides nothing')).toBe(unverified);
        expect(result.explanation.az.join().includes('heç nəyi həll etmir')).toBe(unverified);
      }
    }
  });

  it.each([
    ['2015-12-31', undefined, false],
    ['2016-01-01', undefined, true],
    ['2016-12-31', '2016-12-31', true],
    ['2017-01-01', '2016-12-31', false],
    ['2017-01-01', undefined, true],
  ])('a list decides on the days on which it is in force alone: %s', (observedOn, validTo, decides) => {
    const catalogue = { ...labourAdult, validFrom: '2016-01-01', ...(validTo ? { validTo } : {}) };
    const observed = catalogue.indicators.map((it) => it.code);
    const result = assessOn({ catalogue, observed, ageStatus: 'child', policy: 'strict', observedOn });
    expect([result.deciding, result.advises]).toEqual([decides, decides ? 'presume' : 'lookFurther']);
    expect(result.outcome).toBe('traffickingIndicated');
    expect(result.explanation.en.join().includes('not on the day of the observation')).toBe(!decides);
    expect(result.explanation.az.join().includes('qüvvədə deyil')).toBe(!decides);
  });

  it('says from when to when a list is in force', () => {
    const catalogue = { ...labourAdult, validFrom: '2016-01-01', validTo: '2016-12-31' };
    const input = { catalogue, observed: [], ageStatus: 'child', policy: 'strict' } as const;
    const { az, en } = assessOn({ ...input, observedOn: '2017-01-01' }).explanation;
    expect(en).toContain(
      'The list is in force from 1 January 2016 to 31 December 2016, and not on the day of the observation (1 January 2017): the result is for information and decides nothing.',
    );
    expect(az.join()).toContain('1 yanvar 2016-cı ildən 31 dekabr 2016-cı ilədək qüvvədədir');
  });

  it('a list decides again once it has been compared with its official text', () => {
    const catalogue: Catalogue = { ...builtInCatalogues.sexualAdult, provenance: 'verified' };
    const observed = catalogue.indicators.map((it) => it.code);
    const result = assess({ catalogue, observed, ageStatus: 'assumedAdult', policy: 'strict' });
    expect([result.deciding, result.advises]).toEqual([true, 'presume']);
  });

  it('one more observed indicator never lowers the result', () => {
    fc.assert(
      fc.property(anySituation, ({ more, ...situation }) => {
        const before = rank(assess(situation));
        const after = rank(assess({ ...situation, observed: [...situation.observed, more] }));
        expect(after[0]).toBeGreaterThanOrEqual(before[0] ?? 0);
        expect(after[1]).toBeGreaterThanOrEqual(before[1] ?? 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('no result rejects, and none changes what it was given', () => {
    fc.assert(
      fc.property(anySituation, ({ more, ...situation }) => {
        const given = JSON.stringify(situation);
        const result = assess({ ...situation, observed: [...situation.observed, more] });
        expect(ADVICE).toContain(result.advises);
        expect(result.explanation.en.at(-1)).toContain('never a ground to reject');
        expect(result.explanation.az.at(-1)).toContain('rədd üçün əsas deyil');
        expect(JSON.stringify(situation)).toBe(given);
      }),
    );
  });
});

describe('the explanation', () => {
  it.each(bothPolicies)('%s: names exactly the positive dimensions, in both languages', (policy) => {
    for (const catalogue of [labourAdult, labourChild]) {
      for (const positive of patterns) {
        const observed = observedFor(catalogue, positive);
        const { dimensions, explanation } = assess({
          catalogue,
          observed,
          ageStatus: 'assumedAdult',
          policy,
        });
        expect(dimensions.filter((it) => it.positive).map((it) => it.dimension)).toEqual([...positive]);
        for (const [language, start, none] of [
          ['az', 'Müsbət ölçülər: ', 'yoxdur'],
          ['en', 'Positive dimensions: ', 'none'],
        ] as const) {
          const names = [...positive].map((it) => dimensionNames[it][language]).join('; ') || none;
          expect(explanation[language]).toContain(`${start}${names}.`);
        }
      }
    }
  });

  it('has the same number of lines in both languages, none empty', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { az, en } = assess(situation).explanation;
        expect(az).toHaveLength(en.length);
        for (const line of [...az, ...en]) expect(line.trim()).not.toBe('');
      }),
    );
  });

  it('warns when age is in doubt and when the list is for another age group', () => {
    const { explanation } = assess({
      catalogue: labourAdult,
      observed: [],
      ageStatus: 'presumedChild',
      policy: 'strict',
    });
    expect(explanation.en).toContain('Age is in doubt: the person counts as a child.');
    expect(explanation.az).toContain(
      'Siyahı başqa yaş qrupu üçündür: bu yaş qrupunun siyahısından da istifadə edin.',
    );
    expect(strictAdult().explanation.en.join()).not.toMatch(/Age is in doubt|another age group/);
  });

  it('of a list without weights names what was recorded and proves nothing', () => {
    const { explanation } = assess({
      catalogue: unodcGeneral,
      observed: ['gen.no-days-off'],
      ageStatus: 'child',
      policy: 'palermo',
    });
    expect(explanation.az).toContain('Qeyd olunan göstəricilər: İstirahət günləri yoxdur.');
    expect(explanation.en.join()).toContain('neither prove nor disprove');
  });
});
