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
export interface Start extends Allowed {
  readonly procedure: string;
}
export interface BlockedStart extends Start {
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
export const startable = (law: Law, view: CaseView, facts: Facts): Start[] =>
  starts(law, view, facts).filter((start) => !firstRefusal(start.spec, view, undefined, facts));

/**
 * Why this actor may not start another procedure of a kind that the case has had already. Nobody looks for what was
 * never begun.
 */
export const blockedStarts = (law: Law, view: CaseView, facts: Facts): BlockedStart[] =>
  starts(law, view, facts).flatMap((start) => {
    const reason = firstRefusal(start.spec, view, undefined, facts);
    return reason && has(view, start.procedure) ? [{ ...start, reason }] : [];
  });

const has = (view: CaseView, procedure: string): boolean =>
  view.instances.some(({ type }) => type === procedure);

/** Of what there is one in a case, it starts once. */
const starts = (law: Law, view: CaseView, facts: Facts): Start[] =>
  Object.values(law.procedures)
    .filter(({ multiplicity, type }) => multiplicity === 'many' || !has(view, type))
    .flatMap((procedure) =>
      ownCommands(procedure, facts)
        .filter(([command]) => procedure.starting.includes(command))
        .map(([command, spec]) => ({ procedure: procedure.type, command, spec })),
    );

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
