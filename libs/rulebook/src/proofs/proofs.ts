import { caseLevelMeasureIds, type CaseLevelMeasureId, type PlanLink } from '#libs/plan';
import type { Procedure } from '#libs/procedures';
import type { CommandSpec } from '#libs/vocabulary';
import type { Law } from '../law.js';
import { arrowName, arrowsOf, newest, statesOf } from './graph.js';

/** Arrows that are not among those that histories took. */
export function withoutWitness(law: Law, taken: ReadonlySet<string>): string[] {
  return Object.values(law.procedures).flatMap((procedure) =>
    arrowsOf(procedure)
      .map((arrow) => arrowName(procedure.type, arrow))
      .filter((name) => !taken.has(name)),
  );
}

/** States from which no witnessed arrow leads on to an end: a final state, or one tagged `ending`. */
export function withoutEnd(procedure: Procedure, taken: ReadonlySet<string>): string[] {
  const nodes = statesOf(newest(procedure));
  const arrows = arrowsOf(procedure).filter((arrow) => taken.has(arrowName(procedure.type, arrow)));
  const good = new Set(Object.values(nodes).flatMap((node) => (isEnd(node) ? [node.key] : [])));
  for (let before = -1; before !== good.size;) {
    before = good.size;
    for (const { from, to } of arrows) if (from !== null && good.has(to)) good.add(from);
  }
  return Object.keys(nodes).filter((state) => !good.has(state));
}

const isEnd = (node: { type: string; tags: readonly string[] }) =>
  node.type === 'final' || node.tags.includes('ending');

/** Nothing more is owed in it: a final state, or one tagged `ended` that a later doubt can still leave. */
const isOver = (node: { type: string; tags: readonly string[] }) =>
  node.type === 'final' || node.tags.includes('ended');

/** Clocks that may still run when an instance is over, as `state: clock`. */
export function clocksLeftRunning(procedure: Procedure): string[] {
  const running = clocksByState(procedure);
  const nodes = statesOf(newest(procedure));
  return Object.values(nodes).flatMap((node) =>
    isOver(node) ? [...(running.get(node.key) ?? [])].map((clock) => `${node.key}: ${clock}`) : [],
  );
}

/** Waiting states in which neither a clock runs nor a person may go on. */
export function waitingForNobody(procedure: Procedure): string[] {
  const running = clocksByState(procedure);
  const nodes = statesOf(newest(procedure));
  const arrows = arrowsOf(procedure);
  const named = (state: string) =>
    arrows.some((a) => a.from === state && Array.isArray(procedure.commands[a.command]?.by));
  return Object.values(nodes)
    .filter((node) => !isOver(node) && !named(node.key) && (running.get(node.key)?.size ?? 0) === 0)
    .map((node) => node.key);
}

/** What may run in each state, over all ways into it. A clock that has passed counts as ended. */
export function clocksByState(procedure: Procedure): ReadonlyMap<string, ReadonlySet<string>> {
  const arrows = arrowsOf(procedure);
  const running = new Map<string, Set<string>>();
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, command, to, starts, stops } of arrows) {
      const before = from === null ? [] : [...(running.get(from) ?? [])];
      const ended = new Set([...stops, command.endsWith('Passed') ? command.slice(0, -'Passed'.length) : '']);
      const after = running.get(to) ?? new Set<string>();
      for (const clock of [...before.filter((name) => !ended.has(name)), ...starts]) {
        changed ||= !after.has(clock);
        after.add(clock);
      }
      running.set(to, after);
    }
  }
  return running;
}

/** Commands with no plan link, or with more than three at once. */
export function badlyLinked(procedure: Procedure): string[] {
  const wrong = ({ links }: CommandSpec<PlanLink>) =>
    !links.some((link) => !link.when) || links.filter((link) => !link.when).length > 3;
  return Object.entries(procedure.commands).flatMap(([name, spec]) =>
    wrong(spec) ? [`${procedure.type}.${name}`] : [],
  );
}

/** Case-level measures that no transition fulfils. */
export function measuresNotReached(law: Law): CaseLevelMeasureId[] {
  const links = Object.values(law.procedures).flatMap((procedure) =>
    Object.values(procedure.commands).flatMap((spec) => spec.links),
  );
  const reached = new Set(
    links.flatMap((link) => ('measure' in link && link.relation === 'fulfils' ? [link.measure] : [])),
  );
  return caseLevelMeasureIds.filter((id) => !reached.has(id));
}

/** Commands that the statechart draws without a spec, or a spec that it never draws; a clock may pass anywhere. */
export function undrawn(procedure: Procedure): string[] {
  const drawn = new Set(arrowsOf(procedure).map(({ command }) => command));
  const clocks = Object.keys(procedure.deadlines).map((name) => `${name}Passed`);
  const known = new Set([...Object.keys(procedure.commands), ...clocks]);
  return [
    ...[...drawn].filter((name) => !known.has(name)),
    ...Object.keys(procedure.commands).filter((name) => !drawn.has(name) && !clocks.includes(name)),
  ];
}
