import { addTerm, localDay, ruleFor, type Calendar } from '#libs/calendar';
import type { Procedure } from '#libs/procedures';
import type { Instant, Term } from '#libs/vocabulary';

/** What the rulebook decides by: the procedures, the dated terms of law and the calendar. */
export interface Law {
  readonly procedures: Readonly<Record<string, Procedure>>;
  readonly terms: readonly Term[];
  readonly calendar: Calendar;
  /** Procedures that a start may name before they are built: nothing starts, only the handoff is sent. */
  readonly notYetBuilt: readonly string[];
}

/** The rule for a term on the day its clock started. @throws where no rule was in force: a defect of configuration. */
const termOn = ({ terms }: Law, name: string, startedAt: Instant): Term =>
  ruleFor(terms, name, localDay(startedAt));

/** When a term that starts at `startedAt` ends. */
export function dueOf(law: Law, name: string, startedAt: Instant) {
  const rule = termOn(law, name, startedAt);
  return { rule, ...addTerm(startedAt, rule, law.calendar) };
}
