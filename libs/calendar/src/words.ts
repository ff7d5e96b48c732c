import type { Day, Instant, Language } from '#libs/vocabulary';
import { bareDay, local, localDay } from './instant.js';

// prettier-ignore
const months: Record<Language, readonly string[]> = {
  az: ['yanvar', 'fevral', 'mart', 'aprel', 'may', 'iyun', 'iyul', 'avqust', 'sentyabr', 'oktyabr', 'noyabr', 'dekabr'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

const onesEnding = ['', 'ci', 'ci', 'cü', 'cü', 'ci', 'cı', 'ci', 'ci', 'cu'];
const tensEnding = ['', 'cu', 'ci', 'cu', 'cı', 'ci', 'cı', 'ci', 'ci', 'cı'];

/** The ordinal ending follows the last spoken word of the number: 2026-cı (altı), 2014-cü (dörd), 2000-ci (min). */
function yearInAzerbaijani(year: number): string {
  const ending =
    onesEnding[year % 10] || tensEnding[Math.floor(year / 10) % 10] || (year % 1000 === 0 ? 'ci' : 'cü');
  return `${year}-${ending} il`;
}

/** A day in words: `22 noyabr 2026-cı il`, `22 November 2026`. */
export function formatDay(day: Day, language: Language): string {
  const date = bareDay(day);
  const year = language === 'az' ? yearInAzerbaijani(date.year) : String(date.year);
  return `${date.day} ${months[language][date.month - 1]} ${year}`;
}

/** A month in words: `noyabr 2026-cı il`, `November 2026`. `month` is `YYYY-MM`. */
export const formatMonth = (month: string, language: Language): string =>
  formatDay(`${month}-01`, language).replace(/^1 /, '');

/** An instant on the clocks of Baku in words: `22 noyabr 2026-cı il, 14:00`, `22 November 2026, 14:00`. */
export const formatLocal = (instant: Instant, language: Language): string =>
  `${formatDay(localDay(instant), language)}, ${local(instant).toFormat('HH:mm')}`;
