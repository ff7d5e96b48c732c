import type { TooManyTries } from '../../access/index.js';
import { Problem } from './problem.js';

export const tooMany = ({ retryAfterSeconds }: TooManyTries): Problem =>
  new Problem(429, 'too-many-requests', { headers: { 'retry-after': String(retryAfterSeconds) } });
