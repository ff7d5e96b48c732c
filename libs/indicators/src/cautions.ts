import { formatDay } from '#libs/calendar';
import type { Day } from '#libs/vocabulary';
import { ageGroup } from './age.js';
import type { AgeStatus } from './age.js';
import type { Catalogue } from './catalogue.js';
import type { Advice } from './policies.js';
import type { Words } from './words.js';

export const adviceWords: Record<Advice, Words> = {
  presume: {
    az: 'Tövsiyə: şəxs ehtimal olunan qurban sayılsın. Rəsmi qərarı səlahiyyətli şəxslər verir.',
    en: 'Advice: treat the person as a presumed victim. The formal decision is made by people.',
  },
  labourRights: {
    az: 'Tövsiyə: əmək hüquqlarının müdafiəsi yolu açılsın, araşdırma davam etsin.',
    en: 'Advice: open the labour-rights route, and go on looking.',
  },
  lookFurther: { az: 'Tövsiyə: araşdırma davam etsin.', en: 'Advice: look further.' },
};

export const neverRejects: Words = {
  az: 'Nəticə heç vaxt rədd üçün əsas deyil və şəxsin ehtimal olunan qurban sayılmasına mane olmur.',
  en: 'A result is never a ground to reject, and never stops anyone from presuming.',
};

/** Said of a result by a list that was not in force on the day of the observation. */
export function notInForce({ validFrom, validTo }: Catalogue, day: Day): Words {
  const said = (date: Day) => ({ az: formatDay(date, 'az'), en: formatDay(date, 'en') });
  const [on, from, to] = [said(day), said(validFrom), validTo === undefined ? undefined : said(validTo)];
  const term = to
    ? { az: `${from.az}dən ${to.az}ədək`, en: `from ${from.en} to ${to.en}` }
    : { az: `${from.az}dən`, en: `from ${from.en} on` };
  return {
    az: `Siyahı ${term.az} qüvvədədir, müşahidə günü (${on.az}) isə qüvvədə deyil: nəticə yalnız məlumat üçündür və heç nəyi həll etmir.`,
    en: `The list is in force ${term.en}, and not on the day of the observation (${on.en}): the result is for information and decides nothing.`,
  };
}

/** What the reader must know before trusting the result. */
export function cautions(catalogue: Catalogue, ageStatus: AgeStatus): Words[] {
  const age = ageGroup(ageStatus);
  const notes: [boolean, Words][] = [
    [
      catalogue.provenance === 'unverified',
      {
        az: 'Bu siyahı rəsmi mətnlə tutuşdurulmayıb: nəticə yalnız məlumat üçündür və heç nəyi həll etmir.',
        en: 'This list has not been compared with its official text: the result is for information and decides nothing.',
      },
    ],
    [
      ageStatus === 'presumedChild',
      { az: 'Yaş şübhəlidir: şəxs uşaq sayılır.', en: 'Age is in doubt: the person counts as a child.' },
    ],
    [
      catalogue.appliesTo !== 'all' && catalogue.appliesTo !== age,
      {
        az: 'Siyahı başqa yaş qrupu üçündür: bu yaş qrupunun siyahısından da istifadə edin.',
        en: 'The list is made for another age group: use the list of this age group as well.',
      },
    ],
  ];
  return notes.filter(([applies]) => applies).map(([, note]) => note);
}
