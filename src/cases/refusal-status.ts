const statuses: Readonly<Record<string, number>> = {
  'not-for-your-role': 403,
  'reading-only': 403,
  'no-such-procedure': 404,
  // a field is at fault, whatever the state of the case
  'encounter-in-the-future': 422,
  'encounter-too-early': 422,
  'happened-in-the-future': 422,
  'happened-before-encounter': 422,
  'late-reason-needed': 422,
  'unknown-body': 422,
  'consent-needed': 422,
  'redirect-reason': 422,
};

/** As what HTTP answers a refusal of the rulebook, in the interface and on a page alike: 409 where the case does not stand so. */
export const statusOfRefusal = (code: string): number => statuses[code] ?? 409;
