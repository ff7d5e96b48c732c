import type { AnyStateMachine } from 'xstate';
import type { PlanLink } from '#libs/plan';
import { chart, type Procedure } from '#libs/procedures';
import { newest, type Law } from '#libs/rulebook';
import type { CommandSpec, Rule } from '#libs/vocabulary';

type Spec = CommandSpec<PlanLink>;

/** A law that differs in one place. Nothing of the real one is touched. */
export type Alter = (law: Law) => Law;

const procedureOf = (law: Law, type: string): Procedure => {
  const procedure = law.procedures[type];
  if (!procedure) throw new Error(`no procedure ${type}`);
  return procedure;
};
const withProcedure = (law: Law, procedure: Procedure): Law => ({
  ...law,
  procedures: { ...law.procedures, [procedure.type]: procedure },
});

/** `name` is written `identification.presume`. */
export const command =
  (name: string, change: (spec: Spec) => Spec): Alter =>
  (law) => {
    const [type = '', key = ''] = name.split('.');
    const procedure = procedureOf(law, type);
    const spec = procedure.commands[key];
    if (!spec) throw new Error(`no command ${name}`);
    return withProcedure(law, { ...procedure, commands: { ...procedure.commands, [key]: change(spec) } });
  };

/** @throws where the command does not have the rule: a mutant that changes nothing proves nothing. */
export const withoutRule = (name: string, ...rules: readonly Rule[]): Alter =>
  command(name, (spec) => {
    if (!rules.every((rule) => spec.rules.includes(rule))) throw new Error(`${name} has no such rule`);
    return { ...spec, rules: spec.rules.filter((rule) => !rules.includes(rule)) };
  });

type State = Readonly<Record<string, unknown>>;

/** Draws one state of a statechart anew. */
export const state =
  (type: string, name: string, change: (state: State) => State): Alter =>
  (law) => {
    const procedure = procedureOf(law, type);
    const { config } = newest(procedure) as AnyStateMachine & {
      config: { version: string; states: Record<string, State> };
    };
    const states = { ...config.states, [name]: change(config.states[name] ?? {}) };
    const machine = chart().createMachine({ ...config, states } as never) as unknown as AnyStateMachine;
    return withProcedure(law, {
      ...procedure,
      machines: { ...procedure.machines, [Number(config.version)]: machine },
    });
  };

/** Draws what one state does on one command anew. */
export const transition = (type: string, from: string, on: string, change: (old: unknown) => unknown) =>
  state(type, from, (old) => {
    const ways = old['on'] as Record<string, unknown>;
    return { ...old, on: { ...ways, [on]: change(ways[on]) } };
  });

export const term =
  (name: string, duration: string): Alter =>
  (law) => ({
    ...law,
    terms: law.terms.map((each) => (each.name === name ? { ...each, duration } : each)),
  });

export const both =
  (...changes: readonly Alter[]): Alter =>
  (law) =>
    changes.reduce((so, change) => change(so), law);
