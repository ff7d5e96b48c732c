import { roleLabels, words, type Language } from '#libs/vocabulary';
import { law, stepShown } from '../../../cases/index.js';
import type { AddressReading } from '../../../shelters/index.js';
import type { LateEntry, StuckProcedure } from '../../../supervision/index.js';

/** Late entries in words. */
export const lateShown = (entries: readonly LateEntry[]) =>
  entries.map((entry) => ({ ...entry, ...stepShown(law, entry) }));

/** What is stuck, in words; what the law does not know stays a code. */
export const stuckShown = (items: readonly StuckProcedure[]) =>
  items.map((item) => {
    const known = law.procedures[item.procedure];
    const asCode = (code: string) => words(code, code);
    return {
      ...item,
      label: known?.label ?? asCode(item.procedure),
      stateLabel: known?.states[item.state] ?? asCode(item.state),
      clockLabels: item.clocks.map((name) => known?.deadlines[name]?.label ?? asCode(name)),
    };
  });

/** Who opened the address of the house, in words. */
export const readersShown = (readings: readonly AddressReading[], language: Language) =>
  readings.map(({ at, name, role, body }) => ({
    at,
    who: [name, roleLabels[role][language], body?.[language]].filter(Boolean).join(', '),
  }));
