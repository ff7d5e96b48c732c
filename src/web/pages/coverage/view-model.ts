import { DateTime } from 'luxon';
import { bakuZone } from '#libs/calendar';
import { isParagraphId, paragraph, sections } from '#libs/plan';
import type { Instant, Language } from '#libs/vocabulary';
import type { Coverage, MeasureShown } from '../../../plan/index.js';
import { law, stepShown } from '../../../cases/index.js';
import { Page } from '../../http/index.js';

/** `YYYY-MM`, both included, whole months in Baku. */
interface Months {
  readonly from: string;
  readonly to: string;
}

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The twelve months that end with this one. */
export function lastYear(now: Instant): Months {
  const to = DateTime.fromISO(now, { zone: bakuZone });
  return { from: to.minus({ months: 11 }).toFormat('yyyy-MM'), to: to.toFormat('yyyy-MM') };
}

interface Shown {
  readonly measures: readonly MeasureShown[];
  readonly coverage: readonly Coverage[];
  readonly months: Months;
  readonly language: Language;
  readonly fault: boolean;
}

export function coveragePage({ measures, coverage, months, language, fault }: Shown): Page {
  const byId = new Map(coverage.map((line) => [line.id, inWords(line)]));
  const rows = measures.map((each) => ({ ...each, counted: byId.get(each.id) }));
  const shownBy = (has: (line: Pick<Coverage, 'fulfils' | 'applies'>) => boolean) =>
    rows.filter(({ counted }) => counted && has(counted)).length;
  const model = {
    months,
    fault,
    total: {
      measures: measures.length,
      caseLevel: measures.filter(({ caseLevel }) => caseLevel !== false).length,
      fulfilled: shownBy(({ fulfils }) => fulfils > 0),
      applied: shownBy(({ applies }) => applies > 0),
    },
    sections: sections
      .map(({ id, title }) => ({ id, title, rows: rows.filter(({ section }) => section === id) }))
      .filter((section) => section.rows.length > 0),
    paragraphs: coverage
      .filter(({ kind }) => kind === 'paragraph')
      .map((line) => paragraphShown(inWords(line), language)),
  };
  return new Page('coverage/coverage.njk', 'coverage.title', model, {
    status: fault ? 422 : 200,
    hasFaults: fault,
  });
}

/** Evidence as figures: which steps, and how many entries of each. */
const inWords = ({ transitions, ...line }: Coverage) => ({
  ...line,
  steps: transitions.map((step) => ({ ...stepShown(law, step), entries: step.entries })),
});

/** The plan gives its paragraphs no titles; ours are English only. */
const paragraphShown = <T extends { readonly id: string }>(line: T, language: Language) => ({
  ...line,
  title: language === 'en' && isParagraphId(line.id) ? paragraph(line.id).titleEn : '',
});
