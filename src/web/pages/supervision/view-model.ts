import { procedures } from '#libs/procedures';
import type { LateEntry } from '../../../supervision/index.js';

/** Late entries in words. */
export const lateShown = (entries: readonly LateEntry[]) =>
  entries.map((entry) => ({
    ...entry,
    label: procedures[entry.procedure]?.label ?? entry.procedure,
    past: procedures[entry.procedure]?.commands[entry.command]?.past ?? entry.command,
  }));
