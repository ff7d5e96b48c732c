import { azerbaijanCalendar, formatDay } from '#libs/calendar';
import { duties, procedures, terms } from '#libs/procedures';
import { bodyKindLabels, code, type Body, type Language, type Term } from '#libs/vocabulary';
import type { AdministrativeAct } from '../../../access/index.js';
import { type ListedCatalogue, nameOf } from '../../../identification/index.js';
import { capitalised, sayCounted, sayIfKnown } from '../../words/words.js';

export function bodiesShown(bodies: readonly Body[], language: Language) {
  const names = new Map(bodies.map(({ id, name }) => [id, name[language]]));
  return bodies
    .map(({ id, name, kind, district, parentId, active }) => ({
      id,
      name: name[language],
      kind: bodyKindLabels[kind][language],
      district: district && (sayIfKnown(language, `district.${district}`) ?? district),
      parent: parentId ? names.get(parentId) : undefined,
      active,
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language));
}

/** Every list of indicators in use, with its file and how far it was compared with its official text. */
export const listsShown = (listed: readonly ListedCatalogue[], language: Language) =>
  listed.map(({ catalogue, file }) => ({
    name: nameOf(catalogue),
    title: catalogue.title[language],
    file,
    provenance: catalogue.provenance,
    legalBasis: catalogue.legalBasis,
    source: catalogue.source,
  }));

/** How the training clock was moved: who, when by the wall, from when to when and by how much. */
export const movesShown = (acts: readonly AdministrativeAct[], language: Language) =>
  acts
    .filter(({ act }) => act === 'clockMoved')
    .map(({ at, by, before, after }) => ({
      at,
      by: `${by.name} (${by.username})`,
      from: code(before, 'now'),
      to: code(after, 'now'),
      length: lengthOf({ duration: code(after, 'duration') ?? '', counting: 'calendar' }, language),
    }));

/** Every value of law or source that nobody has compared with the official text yet. */
export const unverified = (language: Language) => ({
  terms: terms
    .filter(({ verified }) => !verified)
    .map((term) => ({ ...term, label: labelOf(term, language), length: lengthOf(term, language) })),
  duties: duties
    .filter(({ verified }) => !verified)
    .map((duty) => ({
      ...duty,
      bodies: duty.kinds.map((kind) => bodyKindLabels[kind][language]).join(', '),
    })),
  calendar: azerbaijanCalendar.verified ? undefined : { source: azerbaijanCalendar.source },
  holidays: azerbaijanCalendar.holidays
    .filter(({ verified }) => !verified)
    .map(({ date, nameAz, nameEn, source }) => ({
      day: formatDay(date, language),
      name: language === 'az' ? nameAz : nameEn,
      source,
    })),
});

/** A term without a clock of its own has words of ours. */
function labelOf({ name }: Term, language: Language): string {
  const ofClock = Object.values(procedures)
    .map(({ deadlines }) => deadlines[name]?.label)
    .find(Boolean);
  const label = ofClock?.[language] ?? sayIfKnown(language, `admin.termName.${name}`) ?? name;
  return capitalised(label, language);
}

const units: Readonly<Record<string, string>> = { TH: 'hours', M: 'months' };

/** "30 calendar days"; a duration of other units than hours, days or months stands as it is written. */
export function lengthOf(
  { duration, counting }: Pick<Term, 'duration' | 'counting'>,
  language: Language,
): string {
  const [, time = '', amount, unit = ''] = /^P(T?)(\d+)([HDM])$/.exec(duration) ?? [];
  const kind = time + unit === 'D' ? `${counting}Days` : units[time + unit];
  return kind ? sayCounted(language, `admin.length.${kind}`, Number(amount)) : duration;
}
