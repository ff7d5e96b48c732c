import type { AnyMachineSnapshot } from 'xstate';
import type { CaseView } from '#libs/vocabulary';
import { eventOf, evolve, machineId, restore } from '../evolve.js';
import type { Law } from '../law.js';
import type { Step } from '../step.js';
import { arrowName } from './graph.js';

const empty: CaseView = { id: '', instances: [] };

/**
 * The arrows of the newest machines that histories took, found by walking them again with the guards' own answers.
 * A history is every step of a case from its opening on.
 */
export const arrowsTaken = (law: Law, histories: readonly (readonly Step[])[]): ReadonlySet<string> =>
  new Set(histories.flatMap((history) => takenIn(law, history)));

function takenIn(law: Law, history: readonly Step[]): string[] {
  let view = empty;
  return history.flatMap((step) => {
    const before = view;
    view = evolve(law, view, step);
    return arrowTaken(law, before, step) ?? [];
  });
}

function arrowTaken(law: Law, view: CaseView, step: Step): string | undefined {
  const procedure = law.procedures[step.procedure];
  if (!procedure || step.kind !== 'transition' || step.machine !== machineId(procedure)) return undefined;
  if (step.from === null) return arrowName(step.procedure, { ...step, branch: 0 });
  const instance = view.instances.find(({ id }) => id === step.procedureId);
  const branch = instance ? branchOf(restore(law, instance), step) : -1;
  return branch < 0 ? undefined : arrowName(step.procedure, { ...step, branch });
}

function branchOf(snapshot: AnyMachineSnapshot, step: Step): number {
  const [taken] = snapshot.machine.getTransitionData(snapshot as never, eventOf(step));
  return taken ? (taken.source.transitions.get(step.command) ?? []).indexOf(taken) : -1;
}
