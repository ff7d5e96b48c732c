import type { Decision, Law, Step } from '#libs/rulebook';
import { idOf } from '../builders/bodies.js';
import { CaseBuilder, law } from '../builders/case-builder.js';
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

/** A case in memory that holds every invariant against every command as it is taken. */
export class WatchedCase extends CaseBuilder {
  private known: Chronicle = blank;

  constructor(start: string, givenLaw: Law = law) {
    super(start, idOf(9, 1), givenLaw);
  }

  protected override take(decision: Decision): void {
    const before = this.view;
    const knownBefore: Chronicle[] = [];
    for (const step of decision.steps) {
      knownBefore.push(this.known);
      this.known = told(this.known, step);
    }
    super.take(decision);
    const moment = { before, after: this.view, steps: decision.steps, knownBefore, known: this.known };
    for (const [name, invariant] of Object.entries(invariants)) {
      const wrong = invariant(moment);
      if (wrong.length > 0) throw new Broken(name, wrong, this.steps);
    }
  }
}
