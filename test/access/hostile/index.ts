import { addresses } from './addresses.js';
import type { Attempt } from './attempt.js';
import { bodies } from './bodies.js';
import { fields } from './fields.js';
import { headers } from './headers.js';
import { queries } from './queries.js';
import { refusedFields } from './refused.js';
import { sessions } from './sessions.js';

export type { Asked, Attempt } from './attempt.js';

/** Every hostile request, by what it attacks. */
export const attempts: Readonly<Record<string, readonly Attempt[]>> = {
  bodies,
  fields,
  refusedFields,
  queries,
  headers,
  addresses,
  sessions,
};
