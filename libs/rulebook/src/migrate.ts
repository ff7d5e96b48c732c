import { floorOf, type Procedure } from '#libs/procedures';
import {
  refuse,
  type CaseView,
  type Codes,
  type Facts,
  type InstanceView,
  type Refusal,
} from '#libs/vocabulary';
import type { Uuid } from '#libs/vocabulary';
import { evolve, machineId, machineOf } from './evolve.js';
import type { Law } from './law.js';
import type { Step } from './step.js';

type Snapshot = { readonly state: string; readonly context: Codes };

/**
 * The step that brings one instance to the newest version of its machine, by the migrations of its procedure one after
 * another. Clocks stay as they are, and nothing follows from it elsewhere. Refused where there is nothing to migrate: what
 * ended for good on its version, as `discontinued` of identification@1, stays there.
 * @throws on a defect: a version without a migration, a state that the new machine does not have, a migration that
 * decides or ends something, or after which the floor of a presumed person would no longer stand as it stood.
 */
export function migrate(law: Law, view: CaseView, procedureId: Uuid, facts: Facts): Step | Refusal {
  const instance = view.instances.find(({ id }) => id === procedureId);
  const procedure = instance && law.procedures[instance.type];
  if (!procedure) return refuse('no-such-procedure');
  if (instance.machine === machineId(procedure)) return refuse('newest-machine');
  if (instance.final) return refuse('procedure-over');
  const step = migrationStep(procedure, instance, brought(procedure, instance), facts);
  const after = evolve(law, view, step);
  const brings = after.instances.find(({ id }) => id === procedureId);
  if (!brings || decides(law, instance, brings))
    throw new Error(
      `${instance.machine} ${instance.state} → ${step.to}: a migration renames, it decides nothing`,
    );
  if (JSON.stringify(floorOf(after, facts)) !== JSON.stringify(floorOf(view, facts)))
    throw new Error(`${instance.machine} → ${step.machine}: the migration would move the floor`);
  return step;
}

/** Whether the new state means something else than the old one: it ends, or bears other tags of those the old machine knows. */
function decides(law: Law, before: InstanceView, after: InstanceView): boolean {
  const states = Object.values(machineOf(law, before.machine).states as Record<string, { tags: string[] }>);
  const known = new Set(states.flatMap(({ tags }) => tags));
  const meaning = ({ tags, final }: InstanceView) => [...tags.filter((tag) => known.has(tag)), final].join();
  return meaning(before) !== meaning(after);
}

/** State and context after every migration from the instance's version on. */
function brought(procedure: Procedure, { machine, state, context }: InstanceView): Snapshot {
  const [from, to] = [machine, machineId(procedure)].map((id) => Number(id.split('@')[1])) as [
    number,
    number,
  ];
  let snapshot: Snapshot = { state, context };
  for (let version = from; version < to; version += 1) {
    const next = procedure.migrations?.[version];
    if (!next) throw new Error(`${procedure.type}@${version} has no migration`);
    snapshot = next(snapshot.state, snapshot.context);
  }
  if (!procedure.machines[to]?.states[snapshot.state])
    throw new Error(`${machineId(procedure)} has no state "${snapshot.state}"`);
  return snapshot;
}

const migrationStep = (
  procedure: Procedure,
  instance: InstanceView,
  snapshot: Snapshot,
  { now, actor }: Facts,
): Step => ({
  kind: 'migration',
  procedure: procedure.type,
  procedureId: instance.id,
  machine: machineId(procedure),
  command: 'migrate',
  from: instance.state,
  to: snapshot.state,
  data: { from: instance.machine, to: machineId(procedure) },
  facts: {},
  actor: { id: actor.id, role: 'rulebook', bodyId: actor.bodyId },
  recordedAt: now,
  happenedAt: now,
  clocks: [],
  links: procedure.clockLinks,
  legalBasis: [],
  effects: [],
  cause: null,
  snapshot,
});
