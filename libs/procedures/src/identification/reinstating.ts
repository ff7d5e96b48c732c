import { startDeadline } from '../machine.js';
import { code, isSet } from '../read.js';
import { m, type In } from './context.js';

/** Where identification stood when the case was voided or the death recorded, and which clocks ran then. */
export const neverLeft = {
  was: null,
  screeningRan: false,
  referralRan: false,
  windowRan: false,
} as const;

export const leaving = m.assign(({ event }) => ({
  was: code(event.facts, 'was'),
  screeningRan: isSet(event.facts, 'screeningRan'),
  referralRan: isSet(event.facts, 'referralRan'),
  windowRan: isSet(event.facts, 'windowRan'),
}));

/** What was owed to her is owed again, with its whole time from today. */
const clocksAgain = m.enqueueActions(({ enqueue, context, event }) => {
  if (context.screeningRan) enqueue(startDeadline('screening'));
  if (context.referralRan) enqueue(startDeadline('referralToMainDepartment', { startedAt: event.now }));
  if (context.windowRan) enqueue(startDeadline('reconsiderationWindow'));
});

const states = [
  'signalled',
  'screening',
  'rejectionProposed',
  'notIndicated',
  'presumed',
  'assessment',
  'decisionProposed',
  'identified',
  'notIdentified',
  'reconsideration',
  'refusalHeld',
  'refused',
] as const;

export const reinstate = states.map((target) => ({
  guard: ({ context }: In) => context.was === target,
  target,
  actions: [clocksAgain],
}));
