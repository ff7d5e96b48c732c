import type { Language, Words } from '#libs/vocabulary';
import type { Suiting } from '../../../shelters/index.js';
import { say } from '../../words/words.js';

/** Which shelters suit, in words. */
export function suitingShown({ asked, items, beds, leftNoHouse }: Suiting, language: Language) {
  const why = (reasons: readonly { readonly label: Words }[]) => listed(reasons, language);
  return {
    asked: inOneLine(asked, language),
    houses: items.map(({ unsuitable, ...house }) => ({ ...house, why: why(unsuitable) })),
    beds: beds?.map(({ unsuitable, ...bed }) => ({ ...bed, why: why(unsuitable) })),
    leftNoHouse: leftNoHouse && { needs: why(leftNoHouse) },
  };
}

/** What was asked for, and why the house itself does not suit: before a worker of it chooses a bed. */
export function offeringShown({ asked, items }: Suiting, language: Language) {
  const ofHouse = items.flatMap(({ unsuitable }) =>
    unsuitable.filter(({ code }) => code === 'region' || code === 'threat'),
  );
  const why = listed(ofHouse, language);
  return {
    asked: inOneLine(asked, language),
    ofHouse: why && say(language, 'suiting.thisHouse', { why }),
  };
}

const listed = (reasons: readonly { readonly label: Words }[], language: Language): string =>
  inOneLine(
    reasons.map(({ label }) => label),
    language,
  );

const inOneLine = (words: readonly Words[], language: Language): string =>
  words.map((each) => each[language]).join(', ');
