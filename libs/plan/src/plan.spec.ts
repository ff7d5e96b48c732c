import {
  caseLevelMeasureIds,
  executorsOf,
  isMeasureId,
  isParagraphId,
  measure,
  measures,
  notes,
  paragraph,
  paragraphs,
  planInForce,
  planSource,
  planVersion,
  sections,
} from './index.js';
import type { MeasureId, ParagraphId } from './index.js';

const count = <T>(items: readonly T[], wanted: (item: T) => boolean) => items.filter(wanted).length;

describe('the measures of the plan', () => {
  it('are 60, in the nine parts of section 13', () => {
    const parts = sections.filter((each) => each.id.startsWith('13.'));
    expect(measures).toHaveLength(60);
    expect(parts.map((part) => count(measures, (each) => each.section === part.id))).toEqual([
      8, 10, 9, 6, 9, 2, 3, 6, 7,
    ]);
    expect(new Set(measures.map((each) => each.id)).size).toBe(60);
  });

  it('are 34 continuous and 26 dated', () => {
    expect(count(measures, (each) => each.term === 'mütəmadi')).toBe(34);
    expect(count(measures, (each) => /^\d{4}(-\d{4})?$/.test(each.term))).toBe(26);
  });

  it('can be shown by a case wholly in 9, partly in 18 and not in 33', () => {
    expect(count(measures, (each) => each.caseLevel === true)).toBe(9);
    expect(count(measures, (each) => each.caseLevel === 'partly')).toBe(18);
    expect(count(measures, (each) => each.caseLevel === false)).toBe(33);
    expect(caseLevelMeasureIds).toHaveLength(27);
    expect(measures.filter((each) => each.caseLevelWhy === '')).toEqual([]);
  });

  it('have a title and executors in both languages', () => {
    const words = measures.flatMap((each) => [each.title, ...each.executors]);
    expect(words.filter((each) => each.az.trim() === '' || each.en.trim() === '')).toEqual([]);
    expect(measures.filter((each) => each.executors.length === 0)).toEqual([]);
  });

  it('are found by id', () => {
    expect(measure('13.5.1').term).toBe('mütəmadi');
    expect(executorsOf('13.6.2').map((each) => each.en)).toEqual(['Ministry of Foreign Affairs']);
    expect(isMeasureId('13.9.7')).toBe(true);
    expect(isMeasureId('13.9.8')).toBe(false);
    expect(() => measure('13.9.8' as MeasureId)).toThrow(RangeError);
  });

  it('keep the former name of one body where the amendments left it', () => {
    const former = measures.filter((each) => each.executors.some((body) => body.former));
    expect(former.map((each) => each.id)).toEqual(['13.1.4']);
  });
});

describe('the notes of the plan', () => {
  /** '13.1.1-13.1.3, 13.2.4' names four measures. */
  const idsIn = (text: string) =>
    [...text.matchAll(/(13\.\d)\.(\d)(?:-13\.\d\.(\d))?/g)].flatMap(([, part, from, to]) =>
      Array.from(
        { length: Number(to ?? from) - Number(from) + 1 },
        (_, at) => `${part}.${Number(from) + at}`,
      ),
    );

  it.each(notes)('note $n names the measures its text names', (note) => {
    expect(note.measures).toEqual(idsIn(note.text.az));
    expect(note.measures).toEqual(idsIn(note.text.en));
    expect(note.measures.every(isMeasureId)).toBe(true);
  });
});

describe('the paragraphs of the plan', () => {
  it('all have a text in both languages and belong to a section', () => {
    const headings = new Set(sections.map((each) => each.id));
    expect(paragraphs).toHaveLength(61);
    expect(paragraphs.filter((each) => !each.text.az || !each.text.en || !each.titleEn)).toEqual([]);
    expect(paragraphs.filter((each) => !headings.has(each.section))).toEqual([]);
  });

  it('are found by id', () => {
    expect(paragraph('2.3.7').titleEn).toBe('Need to know');
    expect(isParagraphId('12')).toBe(true);
    expect(isParagraphId('13.1.1')).toBe(false);
    expect(() => paragraph('99.1' as ParagraphId)).toThrow(RangeError);
  });
});

describe('the plan in force', () => {
  it('is known by the same version in the data and in the code', () => {
    expect(planSource.planVersion).toBe(planVersion);
  });

  it.each([
    ['2014-07-23', undefined],
    ['2014-07-24', { version: planVersion, ground: 'term' }],
    ['2018-12-31', { version: planVersion, ground: 'term' }],
    ['2019-01-01', { version: planVersion, ground: 'continued' }],
  ])('on %s is %o', (day, expected) => {
    expect(planInForce(day)).toEqual(expected);
  });

  it('refuses a day of another form', () => {
    expect(() => planInForce('24.07.2014')).toThrow(RangeError);
  });
});
