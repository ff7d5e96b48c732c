import type { Instant, ParticipationLevel, Uuid } from '#libs/vocabulary';
import type { Statement } from '../platform/index.js';

const rank = (level: string): string => `array_position(array['preview', 'serving', 'full'], ${level})`;

/** A body begins to take part. Its level may rise and never falls; after an end it begins anew, in a row of its own. */
export function participateStatement(
  caseId: Uuid,
  { bodyId, level }: { readonly bodyId: Uuid; readonly level: ParticipationLevel },
  now: Instant,
): Statement {
  return {
    name: 'participation_begun',
    text: `insert into participations (case_id, body_id, level, since) values ($1, $2, $3, $4)
      on conflict (body_id, case_id) where ended_at is null do update set level = excluded.level
      where ${rank('participations.level')} < ${rank('excluded.level')}`,
    values: [caseId, bodyId, level, now],
  };
}

/** A body takes part no longer. Row policies let its members write until here: let it be the last statement. */
export function endParticipationStatement(caseId: Uuid, bodyId: Uuid, now: Instant): Statement {
  return {
    name: 'participation_ended',
    text: `update participations set ended_at = $3 where case_id = $1 and body_id = $2 and ended_at is null`,
    values: [caseId, bodyId, now],
  };
}

/** What is left to a body whose participation has ended in this transaction: a row of its own, after that end. */
export const keepParticipationStatement = (
  caseId: Uuid,
  keeping: { readonly bodyId: Uuid; readonly level: ParticipationLevel },
  now: Instant,
): Statement => ({ ...participateStatement(caseId, keeping, now), name: 'participation_kept' });
