import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Procedure } from '#libs/procedures';
import { clocksOf } from './actions.js';

/** One arrow of a statechart. `from` is null for a start. */
export interface Arrow {
  readonly from: string | null;
  readonly command: string;
  readonly to: string;
  /** Place among the arrows that the same command has out of the same state: their guards decide, in this order. */
  readonly branch: number;
  readonly starts: readonly string[];
  readonly stops: readonly string[];
}

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
  const entered = clocksOf([...machine.root.entry, ...initial.entry]);
  const begun = procedure.starting.map((command) => ({
    from: null,
    command,
    to: initial.key,
    branch: 0,
    starts: entered.started,
    stops: [],
  }));
  return [...begun, ...Object.values(states).flatMap((node) => arrowsFrom(machine, node))];
}

function arrowsFrom(machine: AnyStateMachine, node: AnyStateNode): Arrow[] {
  if (node.type === 'final') return [];
  const own = new Set(node.transitions.keys());
  const general = [...machine.root.transitions].filter(([event]) => !own.has(event));
  return [...node.transitions, ...general].flatMap(([command, candidates]) =>
    candidates.map((candidate, branch) => arrow(node, command, candidate as Candidate, branch)),
  );
}

interface Candidate {
  readonly target: readonly AnyStateNode[] | undefined;
  readonly actions: readonly unknown[];
  readonly reenter: boolean;
}

function arrow(
  node: AnyStateNode,
  command: string,
  { target, actions, reenter }: Candidate,
  branch: number,
): Arrow {
  const to = target?.[0] ?? node;
  const leaves = target !== undefined && (to !== node || reenter);
  const done = clocksOf(leaves ? [...node.exit, ...actions, ...to.entry] : actions);
  return { from: node.key, command, to: to.key, branch, starts: done.started, stops: done.stopped };
}

/** `reflection: running —inform→ running (2nd)`: later branches of a command say which they are. */
export const arrowName = (
  type: string,
  { from, command, to, branch }: Pick<Arrow, 'from' | 'command' | 'to' | 'branch'>,
): string => `${type}: ${from ?? '·'} —${command}→ ${to}${branch === 0 ? '' : ` (branch ${branch + 1})`}`;
