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
  return before.can(event as never) ? transition(machine, before as never, event as never) : null;
}

/** What an accepted step makes of a case. Never decides: replaying every step of a case gives its stored instances. */
export function evolve(law: Law, view: CaseView, step: Evolving): CaseView {
  const before = view.instances.find((instance) => instance.id === step.procedureId);
  const after = step.kind === 'migration' && before ? migrated(before, step) : moved(law, before, step);
  const instances = before
    ? view.instances.map((i) => (i === before ? after : i))
    : [...view.instances, after];
  return { ...view, instances: instances.map((i) => withClocks(i, step.clocks)) };
}

function migrated(before: InstanceView, step: Evolving): InstanceView {
  return { ...before, ...step.snapshot, machine: step.machine, revision: before.revision + 1 };
}

function moved(law: Law, before: InstanceView | undefined, step: Evolving): InstanceView {
  const result = advance(law, before, step);
  if (!result && before) return before;
  const [next] = result as unknown as [AnyMachineSnapshot];
  const state = String(next.value);
  const stays = before?.state === state;
  const byClock = step.actor.role === 'clock';
  return {
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
  };
}

function withClocks(instance: InstanceView, changes: readonly ClockChange[]): InstanceView {
  const own = changes.filter((change) => change.procedureId === instance.id);
  if (own.length === 0) return instance;
  const clocks: Record<string, Clock> = { ...instance.clocks };
  for (const { procedureId: _, ...clock } of own) clocks[clock.name] = clock;
  return { ...instance, clocks };
}
