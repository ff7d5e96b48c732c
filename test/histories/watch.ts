import { evolve, type Law, type Step } from '#libs/rulebook';
import type { CaseView } from '#libs/vocabulary';
import { blank, invariants, told, type Chronicle } from './invariants/index.js';

/** An invariant that a history broke, with the entries that led there. */
export class Broken extends Error {
  constructor(
    readonly invariant: string,
    what: readonly string[],
    steps: readonly Step[],
  ) {
    super(`${invariant}: ${what.join('; ')}\n${steps.map(inOneLine).join('\n')}`);
  }
}

const inOneLine = ({ recordedAt, actor, procedure, command, from, to, data, cause }: Step): string =>
  `${cause === null ? '' : '  '}${recordedAt.slice(0, 16)} ${actor.role} ${procedure}.${command} ` +
  `${from ?? '·'} → ${to} ${JSON.stringify(data)}`;

/** Follows one case and holds every invariant against every command. */
export class Watch {
  private known: Chronicle = blank;
  private readonly seen: Step[] = [];

  /** @throws Broken naming the first invariant that does not hold after these entries of one command. */
  see(before: CaseView, after: CaseView, steps: readonly Step[]): void {
    const knownBefore: Chronicle[] = [];
    for (const step of steps) {
      knownBefore.push(this.known);
      this.known = told(this.known, step);
    }
    this.seen.push(...steps);
    const moment = { before, after, steps, knownBefore, known: this.known };
    for (const [name, invariant] of Object.entries(invariants)) {
      const wrong = invariant(moment);
      if (wrong.length > 0) throw new Broken(name, wrong, this.seen);
    }
  }
}

/** Holds a history that is told already against every invariant. @throws Broken */
export function watched(law: Law, id: string, history: readonly Step[]): void {
  const watch = new Watch();
  let view: CaseView = { id, instances: [] };
  for (const steps of byCommand(history)) {
    const before = view;
    view = steps.reduce<CaseView>((so, step) => evolve(law, so, step), view);
    watch.see(before, view, steps);
  }
}

function byCommand(history: readonly Step[]): Step[][] {
  const batches: Step[][] = [];
  for (const step of history) {
    if (step.cause === null) batches.push([]);
    batches.at(-1)?.push(step);
  }
  return batches;
}
