import type { PlanLink } from '#libs/plan';
import type { Procedure } from '#libs/procedures';
import type { CaseView, CommandSpec, Facts, InstanceView, Refusal } from '#libs/vocabulary';
import { refuse } from '#libs/vocabulary';
import { commandsTaken, permitted } from './decide.js';
import type { Law } from './law.js';

export interface Allowed {
  readonly command: string;
  readonly spec: CommandSpec<PlanLink>;
}
export interface Blocked {
  readonly command: string;
  readonly reason: Refusal;
}
export interface Choices {
  readonly allowed: readonly Allowed[];
  readonly blocked: readonly Blocked[];
}

/** What this actor may do with an instance now, and why she may not do the rest of what her role ever may. */
export function allowedCommands(law: Law, view: CaseView, instance: InstanceView, facts: Facts): Choices {
  const procedure = law.procedures[instance.type];
  if (!procedure) return { allowed: [], blocked: [] };
  const taken = new Set(commandsTaken(law, instance));
  const allowed: Allowed[] = [];
  const blocked: Blocked[] = [];
  for (const [command, spec] of ownCommands(procedure, facts)) {
    if (procedure.starting.includes(command) && !taken.has(command)) continue;
    const reason = taken.has(command) ? firstRefusal(spec, view, instance, facts) : notNow(taken, instance);
    if (reason) blocked.push({ command, reason });
    else allowed.push({ command, spec });
  }
  return { allowed, blocked };
}

/** Procedures that this actor may start in the case now. */
export function startable(
  law: Law,
  view: CaseView,
  facts: Facts,
): { procedure: string; command: string; spec: CommandSpec<PlanLink> }[] {
  return Object.values(law.procedures).flatMap((procedure) => {
    if (procedure.multiplicity === 'one' && view.instances.some((i) => i.type === procedure.type)) return [];
    return ownCommands(procedure, facts)
      .filter(
        ([command, spec]) =>
          procedure.starting.includes(command) && !firstRefusal(spec, view, undefined, facts),
      )
      .map(([command, spec]) => ({ procedure: procedure.type, command, spec }));
  });
}

const ownCommands = (procedure: Procedure, facts: Facts) =>
  Object.entries(procedure.commands).filter(
    ([, spec]) => typeof spec.by !== 'string' && permitted(spec, facts),
  );

function firstRefusal(
  spec: CommandSpec<PlanLink>,
  view: CaseView,
  instance: InstanceView | undefined,
  facts: Facts,
): Refusal | undefined {
  for (const rule of spec.rules) {
    const refusal = rule({ view, instance, data: undefined, facts });
    if (refusal) return refusal;
  }
  return undefined;
}

const notNow = (taken: ReadonlySet<string>, instance: InstanceView): Refusal =>
  refuse('not-allowed-in-this-state', { allowed: [...taken], values: { state: instance.state } });
