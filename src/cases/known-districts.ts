import type { BodiesService } from '../access/index.js';
import { CaseFault } from './requests.js';

/**
 * A district in which no body acts: a misspelt one would send the statutory handoff of a child to a desk elsewhere.
 * @throws CaseFault `invalid-data` that names the districts there are
 */
export async function assertKnownDistrict(bodies: BodiesService, given: unknown): Promise<void> {
  if (typeof given !== 'string') return;
  const known = await bodies.districts(given);
  if (known.includes(given)) return;
  const values = { values: known.join(', ') };
  throw new CaseFault('invalid-data', {
    fields: [{ pointer: '/data/district', code: 'not-one-of', values }],
  });
}
