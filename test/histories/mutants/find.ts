import fc from 'fast-check';
import {
  arrowsTaken,
  badlyLinked,
  clocksLeftRunning,
  measuresNotReached,
  undrawn,
  waitingForNobody,
  withoutEnd,
  withoutWitness,
  type Law,
  type Step,
} from '#libs/rulebook';
import { notYetReached, type Procedure } from '#libs/procedures';
import { weights, type Weights } from '../random/leanings.js';
import { walk } from '../random/walk.js';
import { Broken } from '../watch.js';

type Proof = () => readonly string[];

/** Every proof by its name: what it has to say against this law, worked out when it is asked. */
export function proofsOf(law: Law, histories: readonly (readonly Step[])[]): Readonly<Record<string, Proof>> {
  const taken = () => arrowsTaken(law, histories);
  const each = (proof: (procedure: Procedure) => readonly string[]) => () =>
    Object.values(law.procedures).flatMap(proof);
  return {
    withoutWitness: () => withoutWitness(law, taken()),
    withoutEnd: () => {
      const witnessed = taken();
      return each((procedure) => withoutEnd(procedure, witnessed))();
    },
    clocksLeftRunning: each(clocksLeftRunning),
    waitingForNobody: each(waitingForNobody),
    badlyLinked: each(badlyLinked),
    undrawn: each(undrawn),
    measuresNotReached: () => measuresNotReached(law).filter((id) => !(id in notYetReached)),
  };
}

/** The invariant that the first broken one of so many walks broke; undefined where none did. */
export function firstBroken(
  law: Law,
  { walks, seed, likely }: { walks: number; seed: number; likely?: Weights | undefined },
): string | undefined {
  const moves = fc.array(fc.nat(2 ** 31 - 1), { minLength: 20, maxLength: 80, size: 'max' });
  for (const numbers of fc.sample(moves, { numRuns: walks, seed })) {
    try {
      walk(law, numbers, new Map(), { ...weights, ...likely });
    } catch (error) {
      return error instanceof Broken ? error.invariant : 'disagreement';
    }
  }
  return undefined;
}
