import type { Refusal } from '#libs/vocabulary';
import { statusOfRefusal, wordsOf, type CaseFault, type InstanceShown } from '../../cases/index.js';
import { Problem } from './problem.js';

const statuses = {
  'not-found': 404,
  'procedure-id-required': 422,
  'idempotency-key-reused': 422,
  'invalid-data': 422,
  'changed-since-you-looked': 412,
} as const;

/** What the caller sees of the procedure addressed, and may do with it now. */
export interface Instead {
  readonly shown?: InstanceShown | undefined;
  readonly allowed: readonly string[];
}

/** How a fault of the case room is answered. */
export function problemOfCase({ code, detail }: CaseFault, instead?: Instead): Problem {
  if (code === 'refused') return ofRefusal(detail.refusal as Refusal, instead);
  if (code === 'revision-required') return new Problem(428, 'if-match-required');
  const errors = detail.fields ?? [];
  const more = detail.changedSince ? { revision: detail.changedSince.revision } : {};
  return new Problem(statuses[code], code, { errors, more });
}

/** Why the rulebook refused, in its own words, with what is allowed instead and from when it is possible. */
function ofRefusal(refusal: Refusal, { shown, allowed }: Instead = { allowed: [] }): Problem {
  const { code, values, until, pointer } = refusal;
  const status = statusOfRefusal(code);
  const detail = wordsOf({ code, values }, shown);
  const more = { ...(status === 409 ? { allowed } : {}), ...(until ? { until } : {}) };
  return new Problem(status, code, {
    detail,
    more,
    ...(pointer ? { errors: [{ pointer, code, detail }] } : {}),
  });
}
