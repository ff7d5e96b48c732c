import { CatalogueError, loadCatalogue } from './load-catalogue.js';

const indicator = (code: string) => ({
  code,
  dimension: 'EX',
  strength: 'S',
  title: { az: 'Sınaq', en: 'Trial' },
});
const good = () => ({
  id: 'national-list',
  version: '1',
  title: { az: 'Milli siyahı', en: 'National list' },
  weighting: 'weighted',
  appliesTo: 'adult',
  exploitation: 'labour',
  provenance: 'verified',
  source: { title: 'A document', reference: 'No 1' },
  validFrom: '2026-01-01',
  indicators: [indicator('ex.one'), indicator('ex.two')],
});

function problemsOf(json: unknown): string[] {
  try {
    loadCatalogue(json);
    return [];
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    for (const { field, remedy } of error.problems) {
      expect(error.message).toContain(`${field}: ${remedy}`);
    }
    return error.problems.map((it) => `${it.field}: ${it.remedy}`);
  }
}

describe('a catalogue file', () => {
  it('is read from an object or from the text of a file, with or without a byte order mark', () => {
    expect(loadCatalogue(good()).indicators).toHaveLength(2);
    expect(loadCatalogue(JSON.stringify(good()))).toEqual(loadCatalogue(good()));
    expect(loadCatalogue(`\uFEFF${JSON.stringify(good())}`)).toEqual(loadCatalogue(good()));
  });

  it('may carry no weights', () => {
    const indicators = [{ code: 'gen.one', title: { az: 'Sınaq', en: 'Trial' } }];
    expect(loadCatalogue({ ...good(), weighting: 'unweighted', indicators }).weighting).toBe('unweighted');
  });

  const first = (change: object) => ({ ...good(), indicators: [{ ...indicator('ex.one'), ...change }] });
  const faults: [string, unknown, string][] = [
    ['no version', { ...good(), version: undefined }, 'version: no version: write one'],
    ['an empty version', { ...good(), version: ' ' }, 'version: no version: write one'],
    ['no source', { ...good(), source: undefined }, 'source: no source: write'],
    ['no reference', { ...good(), source: { title: 'A document' } }, 'source.reference: no source reference'],
    [
      'a duplicate code',
      { ...good(), indicators: [indicator('ex.one'), indicator('ex.one')] },
      'indicators[1].code: duplicate code ex.one',
    ],
    [
      'an unknown dimension',
      first({ dimension: 'QQ' }),
      'indicators[0].dimension: unknown dimension "QQ": write one of DR, CR, RV, EX, CD, VD',
    ],
    [
      'an unknown strength',
      first({ strength: 'X' }),
      'indicators[0].strength: unknown strength "X": write one of S, M, W',
    ],
    [
      'no Azerbaijani title',
      first({ title: { en: 'Trial' } }),
      'indicators[0].title.az: missing Azerbaijani title',
    ],
    [
      'no English title',
      first({ title: { az: 'Sınaq', en: '' } }),
      'indicators[0].title.en: missing English title',
    ],
    [
      'a third language',
      first({ title: { az: 'Sınaq', en: 'Trial', ru: 'Проба' } }),
      'indicators[0].title: unknown field ru',
    ],
    ['no title', first({ title: undefined }), 'indicators[0].title: missing title'],
    ['no code', first({ code: undefined }), 'indicators[0].code: missing code'],
    ['a code with spaces', first({ code: 'Ex one' }), 'indicators[0].code: not a code'],
    [
      'an unknown sign of forced labour',
      first({ forcedLabour: ['x'] }),
      'indicators[0].forcedLabour[0]: unknown sign',
    ],
    [
      'a misspelt field',
      first({ forcedLabor: [] }),
      'indicators[0]: unknown field forcedLabor: correct its name',
    ],
    ['an impossible day', { ...good(), validFrom: '2026-02-30' }, 'validFrom: write a real day'],
    ['an end before the beginning', { ...good(), validTo: '2025-12-31' }, 'validTo: ends before it begins'],
    ['no indicators', { ...good(), indicators: [] }, 'indicators: the list is empty'],
    ['no list', { ...good(), indicators: undefined }, 'indicators: missing list'],
    ['no weighting', { ...good(), weighting: undefined }, 'weighting: unknown weighting'],
    ['an unknown provenance', { ...good(), provenance: 'sure' }, 'provenance: unknown provenance "sure"'],
    ['"@" in the version', { ...good(), version: '1@2' }, 'version: a version may not contain "@"'],
    ['text that is not JSON', '{', 'file: not JSON'],
    ['nothing', null, 'file: '],
  ];
  it.each(faults)('with %s is refused, naming field and remedy', (_, json, expected) => {
    const problems = problemsOf(json);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  it('with several faults names them all', () => {
    expect(problemsOf({ ...first({ dimension: 'QQ', title: { en: 'Trial' } }), version: '' })).toHaveLength(
      3,
    );
  });
});
