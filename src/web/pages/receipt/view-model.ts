import type { CaseHeader } from '../../../cases/index.js';

/** Every running clock, the earliest first: what happens next, in which procedure, and by when. */
export const whatHappensNext = ({ procedures }: CaseHeader) =>
  procedures
    .flatMap(({ label, stateLabel, deadlines }) =>
      deadlines
        .filter(({ state }) => state === 'running')
        .map((clock) => ({ procedure: label, stateLabel, clock })),
    )
    .toSorted((one, other) => one.clock.dueAt.localeCompare(other.clock.dueAt));
