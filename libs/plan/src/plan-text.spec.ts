import { readFileSync } from 'node:fs';
import { measures, notes, paragraphs, planSource, sections } from './index.js';
import type { Executor, Measure, Note, Paragraph, Section } from './index.js';

const published = readFileSync('libs/plan/data/nap-2014-2018/plan.az.txt', 'utf8');

interface PlanData {
  sections: readonly Section[];
  paragraphs: readonly Paragraph[];
  measures: readonly Measure[];
  notes: readonly Note[];
}
interface PlacedWord {
  place: string;
  word: string;
}
const data: PlanData = { sections, paragraphs, measures, notes };

const split = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** A stroke between cells is a word of its own, so that no word can slip from one cell into the next. */
const row = (cells: readonly string[]) => cells.join(' | ');

/** Every word from '1. Giriş' on; table cells cut by a page break are joined again, column by column. */
function wordsOfText(text: string): string[] {
  const plain = text.slice(text.indexOf('\n1. Giriş')).replaceAll(/<i>|<\/i>\s?(?=,)|<\/i>|\*/g, '');
  const rows: string[][] = [];
  for (const line of plain.split('\n')) {
    const cells = line.split('\t');
    const open = rows.at(-1);
    const continued = cells.length > 1 && cells[0] === '';
    if (continued && open) cells.forEach((cell, column) => (open[column] += ` ${cell}`));
    else if (line.trim() !== '') rows.push(cells);
  }
  return rows.flatMap((cells) => split(row(cells.filter((cell) => cell.trim() !== ''))));
}

const named = (executors: readonly Executor[]) =>
  executors.map(
    (each, index) => `${index === 0 ? '' : each.joinedBy ? ` ${each.joinedBy} ` : ', '}${each.az}`,
  );

function* piecesOfData(plan: PlanData): Generator<[place: string, text: string]> {
  for (const { id, title } of plan.sections.filter((each) => !each.id.includes('.'))) {
    yield [id, `${id}. ${title.az}`];
    for (const own of plan.paragraphs.filter((each) => each.section === id)) {
      yield [own.id, own.id === id ? own.text.az : `${own.id}. ${own.text.az}`];
    }
  }
  const { columns, notesHeading } = planSource.measureTable;
  yield ['table', row(columns.map((each) => each.az))];
  yield ['table', row(columns.map((_, at) => `${at + 1}`))];
  for (const { id, title } of plan.sections.filter((each) => each.id.includes('.'))) {
    yield [id, `${id}. ${title.az}`];
    for (const each of plan.measures.filter((one) => one.section === id)) {
      yield [each.id, row([`${each.id}.`, each.title.az, named(each.executors).join(''), each.term])];
    }
  }
  yield ['notes', notesHeading.az];
  for (const { n, text } of plan.notes) yield [`note ${n}`, `${n}. ${text.az}`];
}

const wordsOfData = (plan: PlanData): PlacedWord[] =>
  [...piecesOfData(plan)].flatMap(([place, text]) => split(text).map((word) => ({ place, word })));

/** The first place where text and data part, or undefined when they are the same word for word. */
function firstDifference(text: readonly string[], known: readonly PlacedWord[]) {
  const length = Math.max(text.length, known.length);
  for (let at = 0; at < length; at += 1) {
    if (text[at] !== known[at]?.word)
      return { place: known[at]?.place, text: text[at], data: known[at]?.word };
  }
  return undefined;
}

describe('the data and the published text of the plan', () => {
  const text = wordsOfText(published);
  const known = wordsOfData(data);

  it('are the same, word for word and in the same order', () => {
    expect(firstDifference(text, known)).toBeUndefined();
    expect(text.length).toBeGreaterThan(4000);
  });

  /** Every 20th word is planted: all of them take seconds and find no more. */
  const places = text.map((_, at) => at).filter((at) => at % 20 === 0);

  it('part wherever a word is dropped from the text or altered in it', () => {
    const alike = places.filter(
      (at) =>
        !firstDifference(text.toSpliced(at, 1), known) ||
        !firstDifference(text.with(at, `${text[at]}x`), known),
    );
    expect(places.length).toBeGreaterThan(200);
    expect(alike).toEqual([]);
  });

  it('part, with the place named, wherever a word is dropped from the data or altered in it', () => {
    for (const at of places) {
      const { place, word } = known[at];
      const altered = known.with(at, { place, word: `${word}x` });
      expect(firstDifference(text, altered)).toEqual({ place, text: word, data: `${word}x` });
      expect(firstDifference(text, known.toSpliced(at, 1))).toBeDefined();
    }
  });

  it('part at paragraph 6.2 when one word of the published text is altered there', () => {
    const altered = published.replace('iradələrinə zidd', 'iradələrinə uyğun');
    expect(firstDifference(wordsOfText(altered), known)).toEqual({
      place: '6.2',
      text: 'uyğun',
      data: 'zidd',
    });
  });

  it('part at the measure whose title, executors or term is altered in the data', () => {
    const alterations: Partial<Measure>[] = [
      { title: { az: 'İnsan alveri şahidləri üçün', en: '' } },
      { executors: [] },
      { executors: measures.find((each) => each.id === '13.4.1')!.executors.toReversed() },
      { term: '2014-2016' },
    ];
    for (const alteration of alterations) {
      const altered = measures.map((each) => (each.id === '13.4.1' ? { ...each, ...alteration } : each));
      expect(firstDifference(text, wordsOfData({ ...data, measures: altered }))?.place).toBe('13.4.1');
    }
  });

  it('part at the note that is altered or missing in the data', () => {
    const altered = notes.map((each) => ({
      ...each,
      text: { ...each.text, az: each.text.az.replace('-ci', '') },
    }));
    expect(firstDifference(text, wordsOfData({ ...data, notes: altered }))?.place).toBe('note 1');
    expect(firstDifference(text, wordsOfData({ ...data, notes: notes.slice(0, 4) }))?.text).toBe('5.');
  });

  it('name the same executors as amended: those the text sets in italics', () => {
    const italic = [...published.matchAll(/<i>(.+?)<\/i>/gs)].map(([, name]) => name);
    const amended = measures.flatMap((each) => each.executors).filter((each) => each.amended);
    expect(amended.map((each) => each.az)).toEqual(italic);
    expect(amended).toHaveLength(13);
    expect(amended.every((each) => each.reason)).toBe(true);
  });

  it('give the act its number, its day and its four amendments', () => {
    expect(published).toContain(`№ ${planSource.act.number}`);
    expect(published).toContain('Bakı şəhəri, 24 iyul 2014-cü il');
    expect(published).toContain(
      '16 avqust 2016-cı il tarixli; 7 sentyabr 2016-cı il tarixli, 1033 nömrəli; 3 mart 2017-ci il tarixli; 7 avqust 2017-ci il tarixli, 1574 nömrəli Fərmanlara',
    );
    expect(planSource.act.signedOn).toBe('2014-07-24');
    expect(planSource.amendments).toEqual([
      { on: '2016-08-16' },
      { on: '2016-09-07', number: '1033' },
      { on: '2017-03-03' },
      { on: '2017-08-07', number: '1574' },
    ]);
  });
});
