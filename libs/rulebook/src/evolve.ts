import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import type { Procedure, ProcedureEvent } from '#libs/procedures';
import type { CaseView, Clock, Codes, InstanceView, MachineId } from '#libs/vocabulary';
import type { Law } from './law.js';
import type { ClockChange, Step } from './step.js';

/** The part of a step that replay needs. */
export type Evolving = Pick<
  Step,
  | 'kind'
  | 'procedure'
  | 'procedureId'
  | 'machine'
  | 'command'
  | 'data'
  | 'facts'
  | 'actor'
  | 'recordedAt'
  | 'happenedAt'
  | 'clocks'
  | 'snapshot'
>;

export const machineId = (procedure: Procedure): MachineId =>
  `${procedure.type}@${Math.max(...Object.keys(procedure.machines).map(Number))}`;

/** @throws when an instance names a machine version that is no longer kept. */
export function machineOf(law: Law, id: MachineId) {
  const [type = '', version] = id.split('@');
  const machine = law.procedures[type]?.machines[Number(version)];
  if (!machine) throw new Error(`No machine ${id}`);
  return machine;
}

/** XState snapshot of an instance. States are flat and machines have no history, so state and context are all of it. */
export function restore(law: Law, instance: InstanceView): AnyMachineSnapshot {
  const machine = machineOf(law, instance.machine);
  const status = instance.final ? 'done' : 'active';
  const snapshot = {
    status,
    value: instance.state,
    context: instance.context,
    historyValue: {},
    children: {},
  };
  return machine.restoreSnapshot(snapshot as never, {} as never) as AnyMachineSnapshot;
}

export const eventOf = (step: Evolving): ProcedureEvent => ({
  type: step.command,
  data: step.data,
  facts: step.facts,
  by: step.actor,
  now: step.recordedAt,
  happenedAt: step.happenedAt,
  procedureId: step.procedureId,
});

/** Takes the event on the machine: the new snapshot and the actions as data. Null where the machine does not take it. */
export function advance(law: Law, instance: InstanceView | undefined, step: Evolving) {
  const event = eventOf(step);
  const machine = machineOf(law, step.machine);
  if (!instance) return initialTransition(machine, event as never);
  const before = restore(law, instance);
  return before.can(event) ? transition(machine, before as never, event as never) : null;
}

/** What `advance` answers: the next snapshot with its actions; null where the machine does not take the event. */
export type Advanced = ReturnType<typeof advance>;

/** What an accepted step makes of a case. Never decides: replaying every step of a case gives its stored instances. */
export function evolve(law: Law, view: CaseView, step: Evolving): CaseView {
  const before = view.instances.find((instance) => instance.id === step.procedureId);
  const migrates = step.kind === 'migration' && before !== undefined;
  const moved = migrates ? migrated(law, view, before, step) : placed(view, step, advance(law, before, step));
  return clocked(moved, step.clocks);
}

function migrated(law: Law, view: CaseView, before: InstanceView, step: Evolving): CaseView {
  const moved = { ...before, ...step.snapshot, machine: step.machine, revision: before.revision + 1 };
  const { tags, status } = restore(law, { ...moved, final: false });
  return withInstance(view, { ...moved, tags: [...tags].sort(), final: status === 'done' });
}

/** The case with the instance where the machine has brought it; its clocks are left as they are. */
export function placed(view: CaseView, step: Evolving, result: Advanced): CaseView {
  const before = view.instances.find((instance) => instance.id === step.procedureId);
  if (!result) return view;
  const [next] = result as unknown as [AnyMachineSnapshot];
  const state = String(next.value);
  const stays = before?.state === state;
  const byClock = step.actor.role === 'clock';
  return withInstance(view, {
    id: step.procedureId,
    type: step.procedure,
    machine: step.machine,
    revision: before ? before.revision + (stays && byClock ? 0 : 1) : 1,
    state,
    tags: [...next.tags].sort(),
    context: next.context as Codes,
    clocks: before?.clocks ?? {},
    since: stays ? before.since : step.recordedAt,
    final: next.status === 'done',
  });
}

const withInstance = (view: CaseView, after: InstanceView): CaseView => ({
  ...view,
  instances: view.instances.some(({ id }) => id === after.id)
    ? view.instances.map((instance) => (instance.id === after.id ? after : instance))
    : [...view.instances, after],
});

/** The case with what a step started and ended of its clocks. */
export const clocked = (view: CaseView, changes: readonly ClockChange[]): CaseView =>
  changes.length === 0
    ? view
    : { ...view, instances: view.instances.map((instance) => withClocks(instance, changes)) };

function withClocks(instance: InstanceView, changes: readonly ClockChange[]): InstanceView {
  const own = changes.filter((change) => change.procedureId === instance.id);
  if (own.length === 0) return instance;
  const clocks: Record<string, Clock> = { ...instance.clocks };
  for (const { procedureId: _, ...clock } of own) clocks[clock.name] = clock;
  return { ...instance, clocks };
}
