import type { PlanLink } from '#libs/plan';
import { childStatuses, purposeOf, reasonWords } from '#libs/procedures';
import { allowedCommands, blockedStarts, startable, type Choices, type Law } from '#libs/rulebook';
import {
  fill,
  type CaseView,
  type Clock,
  type CommandSpec,
  type Facts,
  type Language,
  type Instant,
  type InstanceView,
  type ParticipationLevel,
  type Refusal,
  type Uuid,
  type Words,
} from '#libs/vocabulary';
import type { Ground } from '../access/index.js';
import type { Banner } from './banners.js';
import { beforeAccepting } from './before-accepting.js';
import { commandSchema } from './command-schema.js';
import { schemaFor } from './compartments.js';
import type { MetTogether } from './met-together.js';

export interface DeadlineShown {
  readonly name: string;
  readonly label: Words;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly state: Clock['state'];
  readonly provisional: boolean;
}
export interface CommandShown {
  readonly command: string;
  readonly label: Words;
  readonly schema: object;
  readonly links: readonly PlanLink[];
}
export interface BlockedShown {
  readonly command: string;
  readonly label: Words;
  readonly reason: { readonly code: string; readonly message: Words; readonly until?: Instant };
}
/** One procedure instance as it stands. */
export interface InstanceShown {
  readonly id: Uuid;
  readonly type: string;
  readonly label: Words;
  readonly machine: string;
  readonly revision: number;
  readonly state: string;
  readonly stateLabel: Words;
  readonly tags: readonly string[];
  /** Nothing can follow. */
  readonly final: boolean;
  readonly since: Instant;
  readonly context: InstanceView['context'];
  readonly deadlines: readonly DeadlineShown[];
}
export interface ProcedureShown extends InstanceShown {
  readonly allowed: readonly CommandShown[];
  readonly blocked: readonly BlockedShown[];
}
interface OfProcedure {
  readonly procedure: string;
  readonly procedureLabel: Words;
}
export type StartShown = CommandShown & OfProcedure;
export type BlockedStartShown = BlockedShown & OfProcedure;
/** What the reader may start now, and why not another of what the case has had already. */
export interface StartsShown {
  readonly startable: readonly StartShown[];
  readonly blockedStarts: readonly BlockedStartShown[];
}

export interface CaseHeader extends StartsShown {
  readonly id: Uuid;
  readonly number: string;
  readonly revision: number;
  readonly owner: {
    readonly bodyId: Uuid | null;
    readonly body: Words;
    readonly officerId: Uuid | null;
  };
  readonly ageStatus: string;
  readonly ground: Ground['kind'];
  readonly level: ParticipationLevel | null;
  readonly banners: readonly Banner[];
  readonly together?: MetTogether;
  readonly procedures: readonly ProcedureShown[];
  readonly nextDeadline?: DeadlineShown & { readonly procedureId: Uuid };
  readonly now: Instant;
}

export function instanceShown(law: Law, instance: InstanceView): InstanceShown {
  const procedure = law.procedures[instance.type];
  if (!procedure) throw new Error(`No procedure ${instance.type}`);
  const { id, type, machine, revision, state, tags, final, since, context } = instance;
  const deadlines = Object.values(instance.clocks).map((clock) => ({
    ...clock,
    label: procedure.deadlines[clock.name]?.label,
  }));
  const stateLabel = procedure.states[state];
  return {
    id,
    type,
    label: procedure.label,
    machine,
    revision,
    state,
    stateLabel,
    tags,
    final,
    since,
    context,
    deadlines,
  };
}

/** One procedure instance as a reader with these facts may see and move it. */
export function procedureShown(
  law: Law,
  view: CaseView,
  instance: InstanceView,
  facts: Facts,
): ProcedureShown {
  const { allowed, blocked } = choicesShown(law, view, instance, facts);
  const commands = law.procedures[instance.type]?.commands;
  const shown = instanceShown(law, instance);
  return {
    ...shown,
    allowed: allowed.map(({ command, spec }) => commandShown(facts, instance.type, command, spec)),
    blocked: blocked.map(({ command, reason }) => ({
      command,
      label: commands?.[command]?.label,
      reason: reasonShown(reason, shown),
    })),
  };
}

const reasonShown = (reason: Refusal, shown?: InstanceShown): BlockedShown['reason'] => ({
  code: reason.code,
  message: wordsOf(reason, shown),
  ...(reason.until ? { until: reason.until } : {}),
});

const commandShown = (
  { actor: { role } }: Pick<Facts, 'actor'>,
  procedure: string,
  command: string,
  spec: CommandSpec<PlanLink>,
): CommandShown => ({
  command,
  label: spec.label,
  schema: schemaFor(role, { procedure, command }, commandSchema(spec.schema)),
  links: spec.links.map(({ when: _, ...link }) => link),
});

/** What the door would refuse until the handoff is accepted is not offered either. */
function choicesShown(law: Law, view: CaseView, instance: InstanceView, facts: Facts): Choices {
  const { allowed, blocked } = allowedCommands(law, view, instance, facts);
  const early = instance.type === 'handoff' ? undefined : beforeAccepting(view, facts);
  if (!early) return { allowed, blocked };
  const answers = allowed.filter(({ spec }) => spec.answersHandoff);
  const waits = [...allowed, ...blocked].filter(({ command }) => !answers.some((a) => a.command === command));
  return { allowed: answers, blocked: waits.map(({ command }) => ({ command, reason: early })) };
}

export function startsShown(law: Law, view: CaseView, facts: Facts): StartsShown {
  if (beforeAccepting(view, facts)) return noStarts;
  const of = (procedure: string) => ({ procedure, procedureLabel: law.procedures[procedure]?.label });
  return {
    startable: startable(law, view, facts)
      .filter(({ command }) => command !== 'open')
      .map(({ procedure, command, spec }) => ({
        ...of(procedure),
        ...commandShown(facts, procedure, command, spec),
      })),
    blockedStarts: blockedStarts(law, view, facts).map(({ procedure, command, spec, reason }) => ({
      ...of(procedure),
      command,
      label: spec.label,
      reason: reasonShown(reason),
    })),
  };
}
export const noStarts: StartsShown = { startable: [], blockedStarts: [] };

/**
 * A refusal in the words of both languages, with its places filled. A state is named in words, and only that of the
 * instance which the reader is shown: a step can also be refused by a procedure that she may not know.
 */
export function wordsOf(
  { code, values }: Pick<Refusal, 'code' | 'values'>,
  shown?: Pick<InstanceShown, 'state' | 'stateLabel'>,
): Words {
  const state = shown && shown.state === values?.['state'] ? shown.stateLabel : undefined;
  const { az, en } = reasonWords(code === ofState && !state ? 'not-possible-now' : code);
  const purpose = purposeOf(typeof values?.['purpose'] === 'string' ? values['purpose'] : null)?.label;
  const filled = (sentence: string, language: Language) =>
    fill(sentence, {
      ...values,
      ...(state ? { state: state[language] } : {}),
      ...(purpose ? { purpose: purpose[language] } : {}),
    });
  return { az: filled(az, 'az'), en: filled(en, 'en') };
}

const ofState = 'not-allowed-in-this-state';

/** The running clock that ends first; while a child is searched for, that of the search. */
export function nearest(
  procedures: readonly ProcedureShown[],
  ageStatus: string | null,
): (DeadlineShown & { procedureId: Uuid }) | undefined {
  const running = procedures.flatMap((procedure) =>
    procedure.deadlines
      .filter(({ state }) => state === 'running')
      .map((clock) => ({ search: isSearchForChild(procedure, clock, ageStatus), procedure, clock })),
  );
  const [first] = running.sort(
    (a, b) => Number(b.search) - Number(a.search) || a.clock.dueAt.localeCompare(b.clock.dueAt),
  );
  return first && { ...first.clock, procedureId: first.procedure.id };
}

/** The clock of the search for a child, or for who may be one: no other of the case goes before it. */
export const isSearchForChild = (
  { type }: Pick<InstanceShown, 'type'>,
  { name }: Pick<DeadlineShown, 'name'>,
  ageStatus: string | null,
): boolean => type === 'missingPerson' && name === 'search' && childStatuses.includes(ageStatus ?? '');
