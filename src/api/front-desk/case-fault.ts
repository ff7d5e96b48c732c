import type { Refusal } from '#libs/vocabulary';
import { wordsOf, type CaseFault } from '../../cases/index.js';
import { Problem } from './problem.js';

const statuses = {
  'not-found': 404,
  'procedure-id-required': 422,
  'idempotency-key-reused': 422,
  'invalid-data': 422,
  'changed-since-you-looked': 412,
} as const;

/** How a fault of the case room is answered. */
export function problemOfCase({ code, detail }: CaseFault): Problem {
  if (code === 'refused') return ofRefusal(detail.refusal as Refusal);
  const errors = detail.fields ?? [];
  const more = detail.changedSince ? { revision: detail.changedSince.revision } : {};
  return new Problem(statuses[code], code, { errors, more });
}

const statusOfRefusal: Readonly<Record<string, number>> = {
  'not-for-your-role': 403,
  'reading-only': 403,
  'no-such-procedure': 404,
};

/** Why the rulebook refused, in its own words, with what is allowed instead and from when it is possible. */
function ofRefusal({ code, values, until, pointer, allowed }: Refusal): Problem {
  const status = statusOfRefusal[code] ?? 409;
  const detail = wordsOf({ code, values });
  const more = { allowed: allowed ?? [], ...(until ? { until } : {}) };
  return new Problem(status, code, {
    detail,
    more,
    ...(pointer ? { errors: [{ pointer, code, detail }] } : {}),
  });
}
