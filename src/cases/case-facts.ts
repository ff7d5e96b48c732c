import { randomUUID } from 'node:crypto';
import type { Actor, Body, Facts, Instant, Uuid } from '#libs/vocabulary';
import type { CaseRecord } from './case-rows.js';

/** Enough unused ids for the longest decision. */
export const newIds = (): Uuid[] => Array.from({ length: 24 }, () => randomUUID());

interface Given {
  readonly record: Pick<CaseRecord, 'now' | 'participants'>;
  readonly actor: Actor;
  readonly bodies: readonly Body[];
  readonly ids: readonly Uuid[];
  readonly happenedAt?: string | undefined;
  readonly lateReasonGiven?: boolean;
}

/** The facts of one command. `happenedAt` comes with its offset and is kept in UTC. */
export function factsOf({ record, actor, bodies, ids, happenedAt, lateReasonGiven = false }: Given): Facts {
  return {
    now: record.now,
    happenedAt: happenedAt ? utc(happenedAt) : record.now,
    lateReasonGiven,
    actor,
    bodies: Object.fromEntries(bodies.map((body) => [body.id, body])),
    participants: record.participants,
    ids,
  };
}

export const utc = (moment: string): Instant => new Date(moment).toISOString();
