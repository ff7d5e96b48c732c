import type { PlanLink } from '#libs/plan';
import type { Procedure } from '#libs/procedures';
import {
  arrowsOf,
  clocksByState,
  machineId,
  newest,
  specOf,
  statesOf,
  type Arrow,
  type Law,
} from '#libs/rulebook';
import type { CommandSpec, Role } from '#libs/vocabulary';
import { commandSchema, lateCompartment, schemaFor } from '../../cases/index.js';

/**
 * The statecharts as data: what a partner's program needs to follow a case without reading our code. Where words lie
 * depends on who writes them: it is told as it stands for the reader.
 */
export const proceduresShown = (law: Law, reader: Role) =>
  Object.values(law.procedures).map((procedure) => ({
    type: procedure.type,
    label: procedure.label,
    machine: machineId(procedure),
    multiplicity: procedure.multiplicity,
    states: Object.entries(procedure.states).map(([state, label]) => ({
      state,
      label,
      ...kindOf(procedure, state),
    })),
    transitions: transitionsOf(procedure, reader),
    deadlines: deadlinesOf(law, procedure),
    starts: procedure.starting,
  }));

function kindOf(procedure: Procedure, state: string) {
  const node = statesOf(newest(procedure))[state];
  return { final: node?.type === 'final', tags: [...(node?.tags ?? [])] };
}

type Way = Pick<Arrow, 'from' | 'command' | 'to'>;

/** One line for each command and target; `from` is empty for a start, which has a line of its own. */
function transitionsOf(procedure: Procedure, reader: Role) {
  const drawn = arrowsOf(procedure);
  const all: readonly Way[] = [...drawn, ...clocksPassing(procedure, drawn)];
  const same = (one: Way, other: Way) =>
    one.command === other.command && one.to === other.to && (one.from === null) === (other.from === null);
  const lines = all.filter((arrow, place) => all.findIndex((other) => same(arrow, other)) === place);
  return lines.flatMap((line) => {
    const spec = specOf(procedure, line.command);
    return spec
      ? [
          transitionOf(
            spec,
            { ...line, procedure: procedure.type, reader },
            all.filter((arrow) => same(arrow, line)),
          ),
        ]
      : [];
  });
}

/** A clock passes wherever it may run, also where the statechart has no way out for it: the step is owed still. */
function clocksPassing(procedure: Procedure, drawn: readonly Way[]): Way[] {
  return [...clocksByState(procedure)].flatMap(([state, clocks]) =>
    [...clocks]
      .map((clock) => ({ from: state, command: `${clock}Passed`, to: state }))
      .filter(({ command }) => !drawn.some((way) => way.command === command && way.from === state)),
  );
}

type Line = Way & { readonly procedure: string; readonly reader: Role };

function transitionOf(
  spec: CommandSpec<PlanLink>,
  { command, to, procedure, reader }: Line,
  arrows: readonly Way[],
) {
  const from = [...new Set(arrows.flatMap((arrow) => arrow.from ?? []))];
  const roles = typeof spec.by === 'string' ? [spec.by] : [...spec.by];
  const links = spec.links.map(({ when: _, ...link }) => link);
  const step = { procedure, command };
  const given = typeof spec.by !== 'string' && {
    schema: schemaFor(reader, step, commandSchema(spec.schema)),
    lateReason: { compartment: lateCompartment(reader, step, spec.schema) },
  };
  return {
    command,
    label: spec.label,
    past: spec.past,
    from,
    to,
    roles,
    links,
    legalBasis: spec.legalBasis,
    ...given,
  };
}

const rulesOf = (law: Law, term: string) =>
  law.terms.filter(({ name }) => name === term).map(({ name: _, ...rule }) => ({ term, ...rule }));

function deadlinesOf(law: Law, procedure: Procedure) {
  return Object.entries(procedure.deadlines).map(([name, { label, protects, ladder, terms = [name] }]) => ({
    name,
    label,
    protects,
    ladder,
    rules: terms.flatMap((term) => rulesOf(law, term)),
  }));
}
