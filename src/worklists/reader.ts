import type { Identity } from '../access/index.js';
import type { Identity as Settings } from '../platform/index.js';

/** Under whom the row policies read. */
export const settingsOf = (identity: Identity, caseId?: string): Settings => ({
  userId: identity.accountId,
  bodyId: identity.bodyId,
  role: identity.role,
  ...(caseId ? { caseId } : {}),
});

/**
 * SQL that holds where a body may know of a case by list: it takes part (a pending handoff shows in its inbox only), or
 * its supervisor audits what it took part in, or the Coordinator's office looks. The row policies say it once more.
 */
export const mayKnow = (caseId: string, { body, role }: { body: string; role: string }): string => `(
  ${role} = 'coordinator' or exists (
    select 1 from participations known
    where known.case_id = ${caseId} and known.body_id = ${body}
      and ((known.ended_at is null and known.level <> 'preview') or ${role} = 'supervisor')
  )
)`;
