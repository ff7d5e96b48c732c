import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Procedure } from '#libs/procedures';

/** One arrow of a statechart. `from` is null for a start. */
export interface Arrow {
  readonly from: string | null;
  readonly command: string;
  readonly to: string;
  readonly starts: readonly string[];
  readonly stops: readonly string[];
}

type Action = { readonly type?: string; readonly params?: unknown };

/** Params may be written as a function of the step; the clock's name does not depend on it. */
const nameOf = ({ params }: Action): string => {
  const given =
    typeof params === 'function'
      ? (params as (of: object) => unknown)({ context: {}, event: noEvent })
      : params;
  return String((given as { name?: string } | undefined)?.name);
};
const noEvent = { type: '', data: {}, facts: {}, by: {}, now: '', happenedAt: '', procedureId: '' };

const clockNames = (actions: readonly unknown[], type: string): string[] =>
  (actions as readonly Action[]).filter((action) => action.type === type).map(nameOf);

export const newest = (procedure: Procedure): AnyStateMachine => {
  const version = Math.max(...Object.keys(procedure.machines).map(Number));
  const machine = procedure.machines[version];
  if (!machine) throw new Error(`${procedure.type} has no machine`);
  return machine;
};

/** The states of a flat statechart. @throws for a nested one: the engine keeps state and context only. */
export function statesOf(machine: AnyStateMachine): Readonly<Record<string, AnyStateNode>> {
  for (const node of Object.values(machine.states as Record<string, AnyStateNode>)) {
    if (Object.keys(node.states).length > 0) throw new Error(`${machine.id}.${node.key} is not flat`);
  }
  return machine.states as Record<string, AnyStateNode>;
}

/** Every arrow that the statechart draws, guards left aside: what may ever happen, and more. */
export function arrowsOf(procedure: Procedure): Arrow[] {
  const machine = newest(procedure);
  const states = statesOf(machine);
  const initial = (machine.root.initial.target as readonly AnyStateNode[])[0];
  if (!initial) throw new Error(`${machine.id} has no initial state`);
  const begun = procedure.starting.map((command) => ({
    from: null,
    command,
    to: initial.key,
    starts: clockNames(initial.entry, 'startDeadline'),
    stops: [],
  }));
  return [...begun, ...Object.values(states).flatMap((node) => arrowsFrom(machine, node))];
}

function arrowsFrom(machine: AnyStateMachine, node: AnyStateNode): Arrow[] {
  if (node.type === 'final') return [];
  const own = new Set(node.transitions.keys());
  const general = [...machine.root.transitions].filter(([event]) => !own.has(event));
  return [...node.transitions, ...general].flatMap(([command, candidates]) =>
    candidates.map((candidate) => arrow(node, command, candidate as Candidate)),
  );
}

interface Candidate {
  readonly target: readonly AnyStateNode[] | undefined;
  readonly actions: readonly unknown[];
  readonly reenter: boolean;
}

function arrow(node: AnyStateNode, command: string, { target, actions, reenter }: Candidate): Arrow {
  const to = target?.[0] ?? node;
  const leaves = target !== undefined && (to !== node || reenter);
  return {
    from: node.key,
    command,
    to: to.key,
    starts: [
      ...clockNames(actions, 'startDeadline'),
      ...(leaves ? clockNames(to.entry, 'startDeadline') : []),
    ],
    stops: [...clockNames(actions, 'stopDeadline'), ...(leaves ? clockNames(node.exit, 'stopDeadline') : [])],
  };
}

export const arrowName = (
  type: string,
  { from, command, to }: Pick<Arrow, 'from' | 'command' | 'to'>,
): string => `${type}: ${from ?? '·'} —${command}→ ${to}`;
