import { formatLocal } from '#libs/calendar';
import { bodyKindLabels, roleLabels, words, type Body, type Json, type Language } from '#libs/vocabulary';
import { type AdministrativeAct, closingReasons } from '../../../access/index.js';
import { law, stepShown } from '../../../cases/index.js';
import type { AddressReading } from '../../../shelters/index.js';
import type { LateEntry, StuckProcedure } from '../../../supervision/index.js';
import { lengthOf } from '../admin/view-model.js';
import { named, say } from '../../words/words.js';

/** Late entries in words. */
export const lateShown = (entries: readonly LateEntry[]) =>
  entries.map((entry) => ({ ...entry, ...stepShown(law, entry) }));

/**
 * What is stuck, in words; what the law does not know stays a code. It says whose turn it is, because that is not always
 * the owner, and what would read alike twice stands once, with the longest wait.
 */
export function stuckShown(items: readonly StuckProcedure[], bodies: readonly Body[], language: Language) {
  const shown = items.map((item) => {
    const known = law.procedures[item.procedure];
    const asCode = (code: string) => words(code, code);
    return {
      ...item,
      label: known?.label ?? asCode(item.procedure),
      stateLabel: known?.states[item.state] ?? asCode(item.state),
      clockLabels: item.clocks.map((name) => known?.deadlines[name]?.label ?? asCode(name)),
      bodies: bodies
        .filter(({ id }) => item.bodyIds.includes(id))
        .map(({ name }) => name[language])
        .join(', '),
    };
  });
  const reads = (item: (typeof shown)[number]) =>
    JSON.stringify([item.caseId, item.procedure, item.state, item.reasons, item.clocks, item.bodies]);
  return shown.filter((item, index) => shown.findIndex((other) => reads(other) === reads(item)) === index);
}

type Labels = Readonly<Record<string, { readonly az: string; readonly en: string }>>;
const labelled: Readonly<Record<string, Labels>> = {
  kind: bodyKindLabels,
  role: roleLabels,
  reason: closingReasons,
};

/** What administrators did, in words: who, to whom, and what differs now. */
export function actsShown(acts: readonly AdministrativeAct[], bodies: readonly Body[], language: Language) {
  const names: Labels = Object.fromEntries(bodies.map(({ id, name }) => [id, name]));
  const value = (field: string, code: Json | undefined): string => {
    if (code === undefined || code === null) return '–';
    if (typeof code === 'boolean') return say(language, code ? 'supervision.open' : 'supervision.shut');
    const labels = field === 'parentId' ? names : labelled[field];
    const plain = typeof code === 'string' ? code : JSON.stringify(code);
    if (['now', 'expiresAt'].includes(field)) return formatLocal(plain, language);
    if (field === 'duration') return lengthOf({ duration: plain, counting: 'calendar' }, language);
    return labels?.[plain]?.[language] ?? plain;
  };
  const person = ({ name, username }: { name: string; username: string }) => `${name} (${username})`;
  return acts.map(({ at, act, by, account, body, before, after }) => ({
    at,
    act,
    by: person(by),
    account: account && person(account),
    body: body.name[language],
    changes: Object.keys(after)
      .filter((field) => after[field] !== (before[field] ?? null))
      .map((field) => ({
        field,
        before: value(field, before[field]),
        after: value(field, after[field]),
      })),
  }));
}

/** Who opened the address of the house, in words. */
export const readersShown = (readings: readonly AddressReading[], language: Language) =>
  readings.map(({ at, name, system, role, body }) => ({
    at,
    who: [named({ name, system }, language), roleLabels[role][language], body?.[language]]
      .filter(Boolean)
      .join(', '),
  }));
