import type { Instant } from '#libs/vocabulary';
import type { Calendar } from './calendar.js';
import { millisOf } from './instant.js';
import { addTerm, endsAt, resumeTerm, type Pause, type TermEnd, type TermLength } from './term.js';

/** A running deadline with the pauses it has had, oldest first; a pause still open is not among them. */
export interface OpenDeadline extends TermEnd {
  readonly id: string;
  readonly start: Instant;
  readonly rule: TermLength;
  readonly pauses?: readonly Pause[];
}

export interface MovedDeadline {
  readonly id: string;
  readonly before: TermEnd;
  readonly after: TermEnd;
}

/**
 * What a new calendar changes, as a preview with before and after. A deadline whose end the old calendar does not give
 * was set by hand or extended: it is never moved, only listed.
 */
export function recompute(
  open: readonly OpenDeadline[],
  oldCalendar: Calendar,
  newCalendar: Calendar,
): { readonly moved: readonly MovedDeadline[]; readonly setByHand: readonly string[] } {
  const byRule = open.filter((deadline) => sameInstant(endOf(deadline, oldCalendar).dueAt, deadline.dueAt));
  const moved = byRule
    .map((deadline) => ({ id: deadline.id, before: termOf(deadline), after: endOf(deadline, newCalendar) }))
    .filter(
      ({ before, after }) =>
        !sameInstant(before.dueAt, after.dueAt) || before.provisional !== after.provisional,
    );
  return { moved, setByHand: open.filter((deadline) => !byRule.includes(deadline)).map(({ id }) => id) };
}

const sameInstant = (one: Instant, other: Instant): boolean => millisOf(one) === millisOf(other);

const termOf = ({ dueAt, provisional }: TermEnd): TermEnd => ({ dueAt, provisional });

function endOf({ start, rule, pauses = [] }: OpenDeadline, calendar: Calendar): TermEnd {
  return pauses.reduce<TermEnd>(
    // Under another calendar the term may have ended before a later pause began: that pause then moves nothing.
    (end, pause) =>
      millisOf(pause.pausedAt) > millisOf(end.dueAt)
        ? endsAt(end.dueAt, calendar)
        : resumeTerm({ start, due: end.dueAt, ...pause }, rule.counting, calendar),
    addTerm(start, rule, calendar),
  );
}
