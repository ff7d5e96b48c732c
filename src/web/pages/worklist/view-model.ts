import { procedures, taskLabels } from '#libs/procedures';
import type { Words } from '#libs/vocabulary';
import { urgencies, type Urgency, type WorklistItem } from '../../../worklists/index.js';

/** A row of the list in words: what each procedure stands at, and what is owed. */
export const rowsShown = (items: readonly WorklistItem[]) =>
  items.map((item) => ({
    ...item,
    states: item.states.map((state) => ({ ...state, label: procedures[state.procedure]?.label })),
    tasks: item.tasks.map((code): Words | string => (taskLabels as Record<string, Words>)[code] ?? code),
  }));

/** Every group, the empty ones too: an empty group says what would appear in it. */
export const grouped = (
  items: readonly WorklistItem[],
): { urgency: Urgency; items: ReturnType<typeof rowsShown> }[] =>
  urgencies.map((urgency) => ({
    urgency,
    items: rowsShown(items.filter((item) => item.urgency === urgency)),
  }));
