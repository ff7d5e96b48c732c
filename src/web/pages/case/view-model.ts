import { procedures as law, purposeOf } from '#libs/procedures';
import {
  bodyKindLabels,
  compartments,
  type Body,
  type Language,
  type Uuid,
  type Words,
} from '#libs/vocabulary';
import {
  type CaseHeader,
  type DeadlineShown,
  isSearchForChild,
  type ProcedureShown,
  type TimelineItem,
} from '../../../cases/index.js';
import type { HandoffDuty } from '../../../handoffs/index.js';
import { chartOf } from './chart/chart.js';
import { onwardOf, told } from './onward.js';

interface Around {
  readonly bodies: readonly Body[];
  readonly items: readonly TimelineItem[];
  readonly duties?: readonly HandoffDuty[];
  /** Who looks. */
  readonly readerBodyId: Uuid;
}

/** The page of a case: the strip (owner, state, next step, nearest clock), then every procedure with its choices. */
export function caseShown(
  stored: CaseHeader,
  language: Language,
  { bodies, items, duties = [], readerBodyId }: Around,
) {
  const header = { ...stored, procedures: stored.procedures.map((each) => dutyFirst(each, duties)) };
  const entries = items.flatMap((item) => ('restricted' in item ? [] : [item]));
  return {
    case: header,
    state: standing(header).map(({ label, stateLabel }) => `${label[language]}: ${stateLabel[language]}`),
    clock: nearest(header)?.clock,
    next: nextStep(header, readerBodyId),
    procedures: header.procedures.map((procedure) => ({
      ...procedure,
      chart: chartOf(procedure, entries, language),
      about: procedure.type === 'handoff' ? handoffInWords(procedure, bodies) : undefined,
      running: owed(procedure),
      blocked: procedure.blocked.filter(({ reason }) => ![ofOtherStates, notAccepted].includes(reason.code)),
      elsewhere: isOver(procedure)
        ? []
        : procedure.blocked.filter(({ reason }) => reason.code === ofOtherStates),
    })),
    blockedStarts: header.blockedStarts.filter(({ reason }) => !ofEndedFile.includes(reason.code)),
    compartments,
    mayRead: header.ground !== 'oversight',
  };
}

/** A handoff that nobody answers is overdue since it was due: the clock of a rung is only how soon the next is told. */
function dutyFirst(procedure: ProcedureShown, duties: readonly HandoffDuty[]): ProcedureShown {
  const duty = duties.find(({ id }) => id === procedure.id);
  if (!duty) return procedure;
  const { dueAt, escalation } = duty;
  return { ...procedure, deadlines: procedure.deadlines.map((clock) => ({ ...clock, dueAt, escalation })) };
}

/** Steps of other states are told together: the reason is the same for all. */
const ofOtherStates = 'not-allowed-in-this-state';

/** Said once, above: until the handoff is accepted every other step waits for that. */
const notAccepted = 'handoff-not-accepted';

/** Said by the state of the file at the head: it keeps every start alike. */
const ofEndedFile = ['file-closed', 'file-voided'];

/** Where nothing can follow, steps of other states are of no use to anybody. */
const isOver = ({ final, allowed }: ProcedureShown): boolean => final && allowed.length === 0;

/** What the case stands at, told by its main procedures; that she is missing before all else. */
function standing({ procedures }: CaseHeader): readonly ProcedureShown[] {
  const main = procedures.filter(({ type }) => type === 'caseFile' || type === 'identification');
  const missing = procedures.filter(({ type, tags }) => type === 'missingPerson' && tags.includes('missing'));
  return [...missing, ...(main.length > 0 ? main : procedures.slice(0, 1))];
}

/**
 * Clocks that run, and those that passed while their step is still owed: the procedure has not moved since, or its
 * moving answers nothing, as opening a letter does not. When a clock that protects the person has passed, nobody is late.
 */
const owed = ({ type, final, deadlines, since }: ProcedureShown): DeadlineShown[] =>
  deadlines
    .filter(({ name, state, dueAt }) => {
      const { protects, untilAnswered } = law[type]?.deadlines[name] ?? {};
      const binds = protects !== 'person';
      const stands = since <= dueAt || (untilAnswered === true && !final);
      return state === 'running' || (state === 'passed' && binds && stands);
    })
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));

/**
 * The clock that is due first, overdue ones before all others, and whose it is. The search for a child goes before them.
 */
function nearest({ procedures, ageStatus }: CaseHeader) {
  const search = ({ procedure, clock }: (typeof clocks)[number]) =>
    Number(isSearchForChild(procedure, clock, ageStatus));
  const clocks = procedures.flatMap((procedure) => owed(procedure).map((clock) => ({ procedure, clock })));
  return clocks.toSorted(
    (one, other) => search(other) - search(one) || one.clock.dueAt.localeCompare(other.clock.dueAt),
  )[0];
}

/**
 * The step onward that this reader may take; undefined when others owe it. What lies on the desk of her own body stands
 * before all else, then what runs out first.
 */
function nextStep({ id, procedures }: CaseHeader, bodyId: Uuid) {
  const urgency = (procedure: ProcedureShown) =>
    [Number(!isOnDesk(procedure, bodyId)), runsOut(procedure)].join();
  const inOrder = procedures.toSorted((one, other) => urgency(one).localeCompare(urgency(other)));
  const [first] = inOrder.flatMap((procedure) => stepsOf(procedure).map((step) => ({ procedure, step })));
  return first && { label: first.step.label, href: commandAddress(id, first.procedure, first.step.command) };
}

const stepsOf = (procedure: ProcedureShown) =>
  onwardOf(
    procedure.type,
    procedure.state,
    procedure.allowed,
    owed(procedure).map(({ name }) => name),
    procedure.blocked,
  ).filter(({ command }) => command !== told || procedure.context['told'] !== true);

const isOnDesk = ({ context, tags }: ProcedureShown, bodyId: Uuid): boolean => {
  const colleagues = tags.includes('secondPerson') ? [context['proposedByBody']] : [];
  return [context['bodyId'], context['shelterBodyId'], context['toBodyId'], ...colleagues].includes(bodyId);
};

/** Of those that no clock runs in, identification first. */
const runsOut = (procedure: ProcedureShown): string =>
  owed(procedure)[0]?.dueAt ?? (procedure.type === 'identification' ? 'later' : 'with no clock');

/** What a handoff is for, and between whom: there are many of them in a case. What is veiled is a shelter. */
function handoffInWords({ context }: ProcedureShown, bodies: readonly Body[]) {
  const nameOf = (id: unknown): Words | undefined =>
    typeof id === 'string' ? bodies.find((each) => each.id === id)?.name : bodyKindLabels.shelter;
  const purpose = typeof context['purpose'] === 'string' ? purposeOf(context['purpose'])?.label : undefined;
  return { purpose, from: nameOf(context['fromBodyId']), to: nameOf(context['toBodyId']) };
}

export const commandAddress = (
  caseId: string,
  { type, id }: { readonly type: string; readonly id: string },
  command: string,
): string => `/cases/${caseId}/commands/${type}/${command}?procedureId=${id}`;
