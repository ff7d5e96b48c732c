import { procedures, taskLabels } from '#libs/procedures';
import type { Words } from '#libs/vocabulary';
import { urgencies, type Urgency, type WorklistItem } from '../../../worklists/index.js';

/** A row of the list in words: what each procedure stands at, and what is owed. */
export const rowsShown = (items: readonly WorklistItem[]) =>
  items.map((item) => ({
    ...item,
    states: item.states
      .filter(stillMoves)
      .map((state) => ({ ...state, label: procedures[state.procedure]?.label })),
    owed: owes(item),
    tasks: item.tasks.map((code): Words | string => (taskLabels as Record<string, Words>)[code] ?? code),
  }));

/** Whether somebody owes the step of the nearest clock: one that protects the person asks nobody for anything. */
const owes = ({ nextDeadline, states }: WorklistItem): boolean => {
  const type = states.find(({ procedureId }) => procedureId === nextDeadline?.procedureId)?.procedure ?? '';
  const clock = procedures[type]?.deadlines[nextDeadline?.name ?? ''];
  return clock !== undefined && clock.protects !== 'person';
};

/** Of handoffs only those that wait for an answer, each state once: a long case would fill the page with the others. */
const stillMoves = (
  { procedure, state }: WorklistItem['states'][number],
  index: number,
  all: WorklistItem['states'],
): boolean =>
  procedure !== 'handoff' ||
  (['sent', 'received'].includes(state) &&
    all.findIndex((other) => other.procedure === 'handoff' && other.state === state) === index);

/**
 * Every group, the empty ones too: an empty group says what would appear in it. Children who are searched for stand
 * before them all, where there are any.
 */
export function grouped(
  items: readonly WorklistItem[],
): { urgency: Urgency | 'missingChild'; items: ReturnType<typeof rowsShown> }[] {
  const missing = rowsShown(items.filter(({ missingChild }) => missingChild));
  const others = items.filter(({ missingChild }) => !missingChild);
  return [
    ...(missing.length > 0 ? [{ urgency: 'missingChild' as const, items: missing }] : []),
    ...urgencies.map((urgency) => ({
      urgency,
      items: rowsShown(others.filter((item) => item.urgency === urgency)),
    })),
  ];
}
