import type { Compartment, Instant, Uuid } from '#libs/vocabulary';
import type { Statement } from '../platform/index.js';

/** Nobody reads these compartments from now on, a grant by break-glass excepted. */
export function sealStatements(caseId: Uuid, sealed: readonly Compartment[], now: Instant): Statement[] {
  return [
    {
      name: 'vault_sealed',
      text: `update vault_keys set sealed_at = coalesce(sealed_at, $3)
        where case_id = $1 and compartment = any($2) and shredded_at is null`,
      values: [caseId, sealed, now],
    },
  ];
}

/** Read again as before, and searched. */
export function unsealStatements(caseId: Uuid, unsealed: readonly Compartment[]): Statement[] {
  return [
    {
      name: 'vault_unsealed',
      text: 'update vault_keys set sealed_at = null where case_id = $1 and compartment = any($2)',
      values: [caseId, unsealed],
    },
  ];
}

/** Deletes the key, the ciphertext and (with identity) the index. Fails unless every compartment has its key row. */
export function shredStatements(caseId: Uuid, shredded: readonly Compartment[], now: Instant): Statement[] {
  return [
    {
      name: 'vault_shredded',
      text: 'select shred_compartments($1, $2, $3)',
      values: [caseId, shredded, now],
    },
  ];
}
