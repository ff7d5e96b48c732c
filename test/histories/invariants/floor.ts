import { ofEach, type Invariant } from './moment.js';
import type { Step } from '#libs/rulebook';

/** Entries that decide against a person, or close her file, or propose either. */
const against = ({ command, to, data }: Step): boolean =>
  to === 'notIdentified' && ['confirmDecision', 'decideReconsideration'].includes(command)
    ? true
    : (command === 'proposeDecision' && data['outcome'] === 'notIdentified') || command === 'close';

const endsOf = (ends: number | null) => (ends === null ? 'her informing' : new Date(ends).toISOString());

/** Nothing negative and no closing before 30 days after a presumed person was informed. */
export const floorStands: Invariant = ofEach(against, ({ recordedAt }, { presumed, floorEnds }) =>
  presumed && (floorEnds === null || Date.parse(recordedAt) < floorEnds)
    ? `before ${endsOf(floorEnds)}`
    : false,
);

export const closingStands: Invariant = ofEach(
  ({ command, to }) => command === 'confirmEnd' && to === 'closed',
  ({ recordedAt }, { presumed, floorEnds, makers }) =>
    makers['caseFile']?.command === 'close' &&
    presumed &&
    (floorEnds === null || Date.parse(recordedAt) < floorEnds)
      ? `before ${endsOf(floorEnds)}`
      : false,
);

export const neverRejectedOncePresumed: Invariant = ofEach(
  ({ command }) => ['rejectIndication', 'confirmRejection'].includes(command),
  (_, { presumed }) => presumed && 'she was presumed a victim',
);

/** Data of a presumed person is never destroyed before her floor. */
export const nothingShredded: Invariant = ofEach(
  ({ effects }) => effects.some(({ type }) => type === 'shred'),
  ({ recordedAt }, { presumed, floorEnds }) =>
    presumed && (floorEnds === null || Date.parse(recordedAt) < floorEnds) && 'before the floor',
);

/** A floor may count anew where she is first reached or presumed; else its end only moves on. */
export const neverShortened: Invariant = ({ before, after, steps, known }) => {
  const ends = (view: typeof before) =>
    view.instances.find(({ type }) => type === 'reflection')?.clocks['reflectionFloor'];
  const [was, is] = [ends(before), ends(after)];
  const anew = steps.some(
    ({ command, data }) => command === 'grant' || (command === 'inform' && data['reached']),
  );
  const wrong = was && is && was.state === 'running' && !anew && is.dueAt < was.dueAt;
  const early = is?.state === 'running' && known.floorEnds !== null && Date.parse(is.dueAt) < known.floorEnds;
  return [
    ...(wrong ? [`the floor moved from ${was.dueAt} back to ${is.dueAt}`] : []),
    ...(early ? [`the floor ends at ${is.dueAt}, not at ${endsOf(known.floorEnds)}`] : []),
  ];
};
