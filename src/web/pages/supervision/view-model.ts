import { law, stepShown } from '../../../cases/index.js';
import type { LateEntry } from '../../../supervision/index.js';

/** Late entries in words. */
export const lateShown = (entries: readonly LateEntry[]) =>
  entries.map((entry) => ({ ...entry, ...stepShown(law, entry) }));
