import { localDay } from '#libs/calendar';
import type { CaseView, Codes, Facts, Refusal } from '#libs/vocabulary';
import { code } from '../read.js';
import { fileOf } from '../circumstances.js';
import { no } from '../reasons.js';
import { firstDay } from '../terms.js';

/** A step entered later than this gives its reason and is listed to the supervisor. A rule of ours, not of law. */
export const LATE_AFTER_HOURS = 72;

const hoursBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

export const isLate = ({ now, happenedAt }: Pick<Facts, 'now' | 'happenedAt'>): boolean =>
  hoursBetween(happenedAt, now) > LATE_AFTER_HOURS;

/**
 * What claimed time must keep to, for every command of a person: it lies between the encounter and now, and a late
 * entry says why. `data` is that of `caseFile.open`, which itself brings the encounter: a case opened long after it is late
 * whatever time it claims.
 */
export function timeRules(view: CaseView, facts: Facts, data?: Codes): Refusal | undefined {
  const opening = fileOf(view) === undefined ? code(data, 'encounteredAt') : null;
  if (opening !== null) {
    const refusal = encounterRules(opening, facts);
    if (refusal) return refusal;
  }
  const encounteredAt = opening ?? code(fileOf(view)?.context, 'encounteredAt');
  if (facts.happenedAt > facts.now) return no('happened-in-the-future', { pointer: '/happenedAt' });
  if (encounteredAt !== null && Date.parse(facts.happenedAt) < Date.parse(encounteredAt))
    return no('happened-before-encounter', { pointer: '/happenedAt' });
  const happenedAt = opening === null ? facts.happenedAt : new Date(opening).toISOString();
  if (isLate({ ...facts, happenedAt }) && !facts.lateReasonGiven)
    return no('late-reason-needed', { pointer: '/lateReason', values: { hours: LATE_AFTER_HOURS } });
  return undefined;
}

function encounterRules(encounteredAt: string, { now }: Facts): Refusal | undefined {
  const pointer = '/data/encounteredAt';
  const instant = new Date(encounteredAt).toISOString();
  if (instant > now) return no('encounter-in-the-future', { pointer });
  return localDay(instant) < firstDay
    ? no('encounter-too-early', { pointer, values: { day: firstDay } })
    : undefined;
}
