import { text, words } from '#libs/vocabulary';

const shapes = [
  /^(?:(?:(?<day>\d{1,2})\.)?(?<month>\d{1,2})\.)?(?<year>(?:19|20)\d\d)$/,
  /^(?<year>(?:19|20)\d\d)-(?<month>\d\d)(?:-(?<day>\d\d))?$/,
];
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text in figures is a day, a month or a year; words are never judged. */
function isKnownPart(written: string): boolean {
  if (!/^[\d\s./,-]+$/.test(written)) return true;
  const parts = shapes.map((shape) => shape.exec(written)?.groups).find(Boolean);
  if (!parts) return false;
  const [year, month, day] = [parts['year'], parts['month'] ?? 1, parts['day'] ?? 1].map(Number);
  const leap = month === 2 && new Date(Date.UTC(year ?? 0, 1, 29)).getUTCMonth() === 1;
  const longest = (lengths[(month ?? 0) - 1] ?? 0) + Number(leap);
  return day !== undefined && day >= 1 && day <= longest;
}

const asked = text('identity', words('doğum tarixi', 'date of birth'), {
  max: 40,
  hint: words(
    'nə qədər məlumdursa: 27.3.2009, 3.2009 və ya 2009; dəqiq deyilsə, sözlə, məsələn, «təxminən 2009»',
    'as far as it is known: 27.3.2009, 3.2009 or 2009; where it is not certain in words, for example "about 2009"',
  ),
});

/**
 * A date of birth as the person tells it: nothing is reckoned from it, and many know only the year. What is written in
 * figures must be a day, a month or a year that there is.
 */
export const birthDate = asked
  .refine(isKnownPart)
  .meta(asked.meta() ?? {})
  .optional();
