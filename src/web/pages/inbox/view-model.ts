import { procedures, purposes } from '#libs/procedures';
import type { Words } from '#libs/vocabulary';
import type { HandoffItem } from '../../../handoffs/index.js';

const answers = {
  sent: ['acknowledge', 'accept', 'decline', 'redirect'],
  received: ['accept', 'decline', 'redirect'],
  accepted: ['reportOutcome'],
} as const;

const waits = ({ state }: HandoffItem): number => (state === 'sent' || state === 'received' ? 0 : 1);
const inOrder = (item: HandoffItem): number => 2 * waits(item) + Number(!item.missingChild);

/** Handoffs in words, those that wait for an answer first, of them the search for a child, each with the answers that its state leaves to this side. */
export const handoffsShown = (items: readonly HandoffItem[], box: 'in' | 'out') =>
  [...items]
    .sort((one, other) => inOrder(one) - inOrder(other))
    .map((item) => ({
      ...item,
      purpose: (purposes as Record<string, { label: Words }>)[item.purpose]?.label ?? item.purpose,
      stateLabel: procedures['handoff']?.states[item.state] ?? item.state,
      clock: dutyOf(item),
      atHouse: asksHouse(item, box),
      answers: answersTo(item, box).map((command) => ({
        command,
        label: procedures['handoff']?.commands[command]?.label,
      })),
    }));

/** What the handoff was due by from its first sending; each rung of the ladder only starts a clock of its own. */
const dutyOf = (item: HandoffItem) => (waits(item) === 0 ? item.deadlines[0] : undefined);

/** A house answers on its own page: by offering a bed, or by declining for a reason. */
const asksHouse = (item: HandoffItem, box: 'in' | 'out'): boolean =>
  box === 'in' && item.purpose === 'shelter' && waits(item) === 0;

function answersTo(item: HandoffItem, box: 'in' | 'out'): readonly string[] {
  const { state, statutory, missingChild } = item;
  if (asksHouse(item, box)) return state === 'sent' ? ['acknowledge'] : [];
  if (box === 'out') return (state === 'sent' || state === 'received') && !statutory ? ['withdraw'] : [];
  const possible: readonly string[] = answers[state as keyof typeof answers] ?? [];
  return possible.filter((command) => !((statutory || missingChild) && command === 'decline'));
}
