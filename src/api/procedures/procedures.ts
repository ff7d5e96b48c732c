import type { PlanLink } from '#libs/plan';
import type { Procedure } from '#libs/procedures';
import { arrowsOf, machineId, newest, specOf, statesOf, type Arrow, type Law } from '#libs/rulebook';
import type { CommandSpec } from '#libs/vocabulary';
import { commandSchema } from '../../cases/index.js';

/** The statecharts as data: what a partner's program needs to follow a case without reading our code. */
export const proceduresShown = (law: Law) =>
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
    transitions: transitionsOf(procedure),
    deadlines: deadlinesOf(law, procedure),
    starts: procedure.starting,
  }));

function kindOf(procedure: Procedure, state: string) {
  const node = statesOf(newest(procedure))[state];
  return { final: node?.type === 'final', tags: [...(node?.tags ?? [])] };
}

/** One line for each command and target; `from` is empty for a start. */
function transitionsOf(procedure: Procedure) {
  const all = arrowsOf(procedure);
  const same = (one: Arrow, other: Arrow) => one.command === other.command && one.to === other.to;
  const lines = all.filter((arrow, place) => all.findIndex((other) => same(arrow, other)) === place);
  return lines.flatMap((line) => {
    const spec = specOf(procedure, line.command);
    return spec
      ? [
          transitionOf(
            spec,
            line,
            all.filter((arrow) => same(arrow, line)),
          ),
        ]
      : [];
  });
}

function transitionOf(spec: CommandSpec<PlanLink>, { command, to }: Arrow, arrows: readonly Arrow[]) {
  const from = [...new Set(arrows.flatMap((arrow) => arrow.from ?? []))];
  const roles = typeof spec.by === 'string' ? [spec.by] : [...spec.by];
  const links = spec.links.map(({ when: _, ...link }) => link);
  const schema = typeof spec.by === 'string' ? {} : { schema: commandSchema(spec.schema) };
  return {
    command,
    label: spec.label,
    past: spec.past,
    from,
    to,
    roles,
    links,
    legalBasis: spec.legalBasis,
    ...schema,
  };
}

function deadlinesOf(law: Law, procedure: Procedure) {
  return Object.entries(procedure.deadlines).map(([name, { label, protects, ladder, term = name }]) => ({
    name,
    label,
    protects,
    ladder,
    rules: law.terms.filter((rule) => rule.name === term).map(({ name: _, ...rule }) => rule),
  }));
}
