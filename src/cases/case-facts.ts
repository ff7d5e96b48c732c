import { randomUUID } from 'node:crypto';
import { stepsAtMost } from '#libs/rulebook';
import type { Actor, Body, Facts, Instant, Uuid } from '#libs/vocabulary';
import type { CaseRecord } from './case-rows.js';

/** Unused ids: enough for the longest decision over a case without procedures. */
export const newIds = (count = stepsAtMost({ instances: [] })): Uuid[] =>
  Array.from({ length: count }, () => randomUUID());

interface Given {
  readonly record: Pick<CaseRecord, 'now' | 'participants' | 'view'>;
  readonly actor: Actor;
  readonly bySystem?: boolean;
  readonly bodies: readonly Body[];
  readonly ids: readonly Uuid[];
  readonly happenedAt?: string | undefined;
  readonly lateReasonGiven?: boolean;
}

/** The facts of one command. `happenedAt` comes with its offset and is kept in UTC. */
export function factsOf({
  record,
  actor,
  bodies,
  ids,
  happenedAt,
  lateReasonGiven = false,
  bySystem = false,
}: Given): Facts {
  return {
    now: record.now,
    happenedAt: happenedAt ? utc(happenedAt) : record.now,
    lateReasonGiven,
    actor,
    bySystem,
    bodies: Object.fromEntries(bodies.map((body) => [body.id, body])),
    participants: record.participants,
    // Drawn before the case was read; any step may start something.
    ids: [...ids, ...newIds(stepsAtMost(record.view) - ids.length)],
  };
}

export const utc = (moment: string): Instant => new Date(moment).toISOString();
