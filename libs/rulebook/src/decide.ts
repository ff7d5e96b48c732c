import type { Procedure } from '#libs/procedures';
import {
  refuse,
  type Ask,
  type CaseView,
  type Command,
  type CommandSpec,
  type Effect,
  type Facts,
  type InstanceView,
  type Refusal,
  type StepInput,
} from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { clockCommand, clockName, clockSpec } from './clocks.js';
import { advance, clocked, machineId, machineOf, placed } from './evolve.js';
import type { Law } from './law.js';
import { resolveAsk } from './resolve.js';
import type { ClockChange, Outcome, Step } from './step.js';

/**
 * Starts and tells of one command together; more is a loop in the procedures, not a lawful case. Beside twenty, one for
 * each procedure that the case has: its end ends them all, and what ended with it is asked anew.
 */
export const stepsAtMost = ({ instances }: Pick<CaseView, 'instances'>): number => 20 + instances.length;

type Spec = CommandSpec<PlanLink>;
type Run = { law: Law; facts: Facts; view: CaseView; most: number; steps: Step[]; idsTaken: number };
type Made = { index: number; follows: readonly Ask[] };
type Wish = { command: Command; cause: number | null; told: boolean };

/**
 * Decides one command over all procedures of a case. Consequences run depth-first, each as a step of its own with the
 * index of its cause. Everything is decided or nothing: a refusal that a procedure must take refuses the whole.
 * @throws on a defect: more than 20 steps and one for each procedure of the case, a procedure or term that is not registered.
 */
export function decide(law: Law, view: CaseView, command: Command, facts: Facts): Outcome {
  const run: Run = { law, facts, view, most: stepsAtMost(view), steps: [], idsTaken: 0 };
  const refusal = take(run, { command, cause: null, told: false });
  return refusal ?? { kind: 'accepted', steps: run.steps };
}

function take(run: Run, wish: Wish): Refusal | undefined {
  const { command, told } = wish;
  const procedure = run.law.procedures[command.procedure];
  if (!procedure) return refuse('unknown-procedure', { values: { procedure: command.procedure } });
  const spec = specOf(procedure, command.command);
  if (!spec) return refuse('unknown-command', { values: { command: command.command } });
  const instance = run.view.instances.find((i) => i.id === command.procedureId && i.type === procedure.type);
  const refusal =
    mayStartOrContinue(run, procedure, command, instance) ??
    (told ? undefined : lawful(run, spec, command, instance));
  if (refusal) return refusal;
  const step = propose(run, procedure, spec, wish, instance);
  return 'code' in step ? step : consequences(run, step);
}

export function specOf(procedure: Procedure, command: string): Spec | undefined {
  const own = Object.hasOwn(procedure.commands, command) ? procedure.commands[command] : undefined;
  return own ?? clockSpec(procedure, command);
}

function mayStartOrContinue(
  run: Run,
  procedure: Procedure,
  command: Command,
  instance: InstanceView | undefined,
) {
  const starts = procedure.starting.includes(command.command) && command.procedureId === undefined;
  if (!starts) return instance ? undefined : refuse('no-such-procedure');
  const running = run.view.instances.some((i) => i.type === procedure.type);
  return procedure.multiplicity === 'one' && running
    ? refuse('already-started', { values: { procedure: procedure.type } })
    : undefined;
}

function lawful(
  run: Run,
  spec: Spec,
  { data, command }: Command,
  instance: InstanceView | undefined,
): Refusal | undefined {
  if (!permitted(spec, run.facts)) return refuse('not-for-your-role', { values: { command } });
  const waysOut = instance && clockName(command) === undefined ? commandsTaken(run.law, instance) : [command];
  if (!waysOut.includes(command)) return notTaken(run, instance);
  for (const rule of spec.rules) {
    const refusal = rule({ view: run.view, instance, data, facts: run.facts });
    if (refusal) return refusal;
  }
  return undefined;
}

export function permitted(spec: Spec, { actor }: Facts): boolean {
  return typeof spec.by === 'string' ? spec.by === actor.role : spec.by.some((role) => role === actor.role);
}

/** Makes the step and puts it into the run, or says why the machine does not take it. */
function propose(
  run: Run,
  procedure: Procedure,
  spec: Spec,
  { command, cause, told }: Wish,
  instance?: InstanceView,
): Made | Refusal {
  const { facts, law } = run;
  const seed: Step = {
    kind: 'transition',
    procedure: procedure.type,
    procedureId: instance?.id ?? nextId(run),
    machine: instance?.machine ?? machineId(procedure),
    command: command.command,
    from: instance?.state ?? null,
    to: instance?.state ?? '',
    data: command.data,
    facts: {
      ...spec.derive?.({ view: run.view, instance, data: command.data, facts }),
      ...(facts.bySystem && !told ? { bySystem: true } : {}),
    },
    actor: told ? { id: facts.actor.id, role: 'rulebook', bodyId: facts.actor.bodyId } : facts.actor,
    recordedAt: facts.now,
    happenedAt: facts.happenedAt,
    clocks: [],
    links: [],
    legalBasis: spec.legalBasis,
    effects: [],
    cause,
  };
  const clock = clockCommand(law, instance, seed, facts);
  if (clock && 'code' in clock) return clock;
  const result = advance(law, instance, seed);
  if (!result && !clock) return notTaken(run, instance);
  const [next, actions] = result ?? [null, []];
  const to = next ? String(next.value) : (instance?.state ?? '');
  const asks = [...(clock?.asks ?? []), ...actions.map(askOf)];
  return record(run, spec, { ...seed, to }, placed(run.view, seed, result), asks);
}

const askOf = (action: { type: string; params: unknown }): Ask =>
  ({ type: action.type, ...(action.params as object) }) as Ask;

/** Writes the step with its immediate effects; what concerns other procedures is left to `consequences`. */
function record(run: Run, spec: Spec, step: Step, moved: CaseView, asks: readonly Ask[]): Made {
  const input = stepInput(run, moved, step);
  const follows = spec.then?.(input) ?? [];
  const clocks: ClockChange[] = [];
  const effects: Effect[] = [];
  for (const ask of [...asks, ...follows])
    resolveAsk({ law: run.law, facts: run.facts, view: moved, step, ask, clocks, effects });
  const links = spec.links
    .filter((link) => !link.when || link.when(input))
    .map(({ when: _, ...link }) => link);
  const whole: Step = { ...step, clocks, effects, links };
  run.view = clocked(moved, clocks);
  return { index: run.steps.push(whole) - 1, follows };
}

const stepInput = (run: Run, view: CaseView, step: Step): StepInput => ({
  view,
  procedureId: step.procedureId,
  data: step.data,
  facts: run.facts,
  from: step.from,
  to: step.to,
  context: view.instances.find((i) => i.id === step.procedureId)?.context ?? {},
});

function consequences(run: Run, { index, follows }: Made): Refusal | undefined {
  for (const ask of follows) {
    if (ask.type !== 'start' && ask.type !== 'tell') continue;
    if (run.steps.length >= run.most) throw new Error(`More than ${run.most} steps from one command`);
    const refusal = ask.type === 'start' ? start(run, index, ask) : tell(run, index, ask);
    if (refusal) return refusal;
  }
  return undefined;
}

function start(run: Run, cause: number, ask: Extract<Ask, { type: 'start' }>): Refusal | undefined {
  if (run.law.notYetBuilt.includes(ask.procedure)) return undefined;
  return take(run, {
    command: { procedure: ask.procedure, command: ask.command, data: ask.data },
    cause,
    told: true,
  });
}

function tell(run: Run, cause: number, ask: Extract<Ask, { type: 'tell' }>): Refusal | undefined {
  if (run.law.notYetBuilt.includes(ask.procedure)) return undefined;
  const targets = run.view.instances.filter(
    (i) => i.type === ask.procedure && (!ask.procedureId || i.id === ask.procedureId),
  );
  if (targets.length === 0) return ask.must ? refuse('no-such-procedure') : undefined;
  for (const target of targets) {
    const command: Command = {
      procedure: ask.procedure,
      procedureId: target.id,
      command: ask.command,
      data: ask.data,
    };
    const refusal = take(run, { command, cause, told: true });
    if (refusal && ask.must) return refusal;
  }
  return undefined;
}

function notTaken(run: Run, instance: InstanceView | undefined): Refusal {
  const allowed = instance ? commandsTaken(run.law, instance) : [];
  return refuse('not-allowed-in-this-state', { allowed, values: { state: instance?.state ?? '' } });
}

const eventsOf = (node: { readonly ownEvents: readonly string[] } | undefined) => node?.ownEvents ?? [];

/** Commands that the statechart has a way out for in the present state. */
export function commandsTaken(law: Law, { machine, state }: InstanceView): string[] {
  const { root, states } = machineOf(law, machine);
  const events = [...eventsOf(root), ...eventsOf(states[state])];
  return [...new Set(events.filter((name) => clockName(name) === undefined))].sort();
}

function nextId(run: Run): string {
  const id = run.facts.ids[run.idsTaken++];
  if (!id) throw new Error('No unused id left in the facts');
  return id;
}
