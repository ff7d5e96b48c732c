import { formatMonth } from '#libs/calendar';
import { procedures } from '#libs/procedures';
import type { Language, Words } from '#libs/vocabulary';
import type { ChildItem, ComingOfAge, VisitDue } from '../../../guardianship/index.js';
import { questionsOf } from '../../forms/answers.js';
import { onwardSteps } from '../case/onward.js';
import { commandAddress } from '../case/view-model.js';

interface Child {
  readonly caseId: string;
  readonly procedureId: string;
  readonly state: string;
}

/** Children that the body has not accepted yet stand before all others; in both who is in danger first, then the first due. */
export function childrenShown(items: readonly ChildItem[]) {
  const ordered = [...items].sort(
    (one, other) => Number(other.immediateDanger) - Number(one.immediateDanger),
  );
  const shown = ordered.map((child) => ({
    ...child,
    stateLabel: stateOf(child),
    clocks: child.deadlines
      .filter(isFirstOfName)
      .map((clock) => ({ ...clock, label: clockLabel(clock.name) })),
    steps: child.handoffId ? answersTo(child.caseId, child.handoffId) : stepsFor(child),
  }));
  return {
    waiting: shown.filter(({ handoffId }) => handoffId !== null),
    own: shown.filter(({ handoffId }) => handoffId === null),
  };
}

/** The ladder starts a clock anew on each rung: what is owed is owed since the first. */
const isFirstOfName = (
  { name }: { readonly name: string },
  index: number,
  all: readonly { readonly name: string }[],
): boolean => all.findIndex((other) => other.name === name) === index;

export const visitsShown = (items: readonly VisitDue[]) =>
  items.map((visit) => ({
    ...visit,
    stateLabel: stateOf(visit),
    outcome: answerLabel('recordVisit', 'outcome', visit.lastOutcome),
    step: step(visit, 'recordVisit'),
  }));

export const comingOfAgeShown = (items: readonly ComingOfAge[], language: Language) =>
  items.map((child) => ({
    ...child,
    stateLabel: stateOf(child),
    month: formatMonth(child.eighteenIn, language),
    step: child.transitionPlanned ? undefined : step(child, 'planTransition'),
  }));

/** What a code of an answer means; undefined where there is none. */
export const answerLabel = (command: string, field: string, code: string | null): Words | undefined =>
  questionsOf('guardianship', command).properties?.[field]?.values?.[code ?? ''];

export const stateOf = ({ state }: { readonly state: string }): Words | string =>
  procedures['guardianship']?.states[state] ?? state;

const clockLabel = (name: string): Words | string =>
  (procedures['guardianship']?.deadlines[name] ?? procedures['handoff']?.deadlines[name])?.label ?? name;

/** A handoff required by law is accepted or redirected, never declined. */
const answersTo = (caseId: string, id: string) =>
  ['accept', 'redirect'].map((command) => handoffStep(caseId, id, command));

export const handoffStep = (caseId: string, id: string, command: string) => ({
  label: procedures['handoff']?.commands[command]?.label,
  href: commandAddress(caseId, { type: 'handoff', id }, command),
});

/** Steps of this state that an officer of the body takes. */
const stepsFor = (child: Child) =>
  (onwardSteps['guardianship']?.[child.state] ?? [])
    .filter((command) => byOfficer(procedures['guardianship']?.commands[command]?.by))
    .map((command) => step(child, command));

const byOfficer = (by: unknown): boolean => Array.isArray(by) && by.includes('guardianshipOfficer');

export const step = ({ caseId, procedureId }: Child, command: string) => ({
  label: procedures['guardianship']?.commands[command]?.label,
  href: commandAddress(caseId, { type: 'guardianship', id: procedureId }, command),
});
