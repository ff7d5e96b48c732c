import { azerbaijanCalendar, formatDay } from '#libs/calendar';
import { builtInCatalogues } from '#libs/indicators';
import { duties, procedures, terms } from '#libs/procedures';
import { bodyKindLabels, type Body, type Language, type Term, type Words } from '#libs/vocabulary';

export function bodiesShown(bodies: readonly Body[], language: Language) {
  const names = new Map(bodies.map(({ id, name }) => [id, name[language]]));
  return bodies.map(({ name, kind, district, parentId, active }) => ({
    name: name[language],
    kind: bodyKindLabels[kind][language],
    district,
    parent: parentId ? names.get(parentId) : undefined,
    active,
  }));
}

/** Every value of law or source that nobody has compared with the official text yet. */
export const unverified = (language: Language) => ({
  terms: terms
    .filter(({ verified }) => !verified)
    .map((term) => ({ ...term, label: labelOf(term)?.[language] ?? term.name })),
  duties: duties
    .filter(({ verified }) => !verified)
    .map((duty) => ({
      ...duty,
      bodies: duty.kinds.map((kind) => bodyKindLabels[kind][language]).join(', '),
    })),
  catalogues: Object.values(builtInCatalogues)
    .filter(({ provenance }) => provenance !== 'verified')
    .map(({ title, provenance, source }) => ({ title: title[language], provenance, source })),
  calendar: azerbaijanCalendar.verified ? undefined : { source: azerbaijanCalendar.source },
  holidays: azerbaijanCalendar.holidays
    .filter(({ verified }) => !verified)
    .map(({ date, nameAz, nameEn, source }) => ({
      day: formatDay(date, language),
      name: language === 'az' ? nameAz : nameEn,
      source,
    })),
});

const labelOf = ({ name }: Term): Words | undefined =>
  Object.values(procedures)
    .map(({ deadlines }) => deadlines[name]?.label)
    .find(Boolean);
