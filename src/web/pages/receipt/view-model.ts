import { purposeOf } from '#libs/procedures';
import type { CaseHeader } from '../../../cases/index.js';

/** Every running clock, the earliest first: what happens next, in which procedure, of a handoff for what, and by when. */
export const whatHappensNext = ({ procedures }: CaseHeader) =>
  procedures
    .flatMap(({ label, stateLabel, context, deadlines }) =>
      deadlines
        .filter(({ state }) => state === 'running')
        .map((clock) => ({
          procedure: label,
          purpose: typeof context['purpose'] === 'string' ? purposeOf(context['purpose'])?.label : undefined,
          stateLabel,
          clock,
        })),
    )
    .toSorted((one, other) => one.clock.dueAt.localeCompare(other.clock.dueAt));
