import { law } from '../cases/index.js';
import { mayKnowProcedure, type Identity, type KnowledgeLevel } from '../access/index.js';

const levels: readonly KnowledgeLevel[] = ['full', 'serving', 'oversight', 'breakGlass'];

/** The procedures that the reader may know at each level, for the queries of this room. */
export const knownProcedures = ({ role }: Identity): string =>
  JSON.stringify(
    Object.fromEntries(
      levels.map((level) => [
        level,
        Object.keys(law.procedures).filter((type) => mayKnowProcedure(role, level, type)),
      ]),
    ),
  );

/**
 * SQL: the level at which the reader ($1 body, $2 role) knows a case by list, one row or none. She takes part (a
 * pending handoff shows in the inbox only), or audits what her body took part in, or is of the Coordinator's office.
 * The row policies say it once more.
 */
export const knownAs = (caseId: string): string => `lateral (
  select 'oversight' as level
  where $2 = 'coordinator' or ($2 = 'supervisor' and exists (
    select 1 from participations p where p.case_id = ${caseId} and p.body_id = $1))
  union all
  select p.level from participations p
  where p.case_id = ${caseId} and p.body_id = $1 and p.ended_at is null and p.level <> 'preview'
    and $2 not in ('coordinator', 'supervisor', 'ombudsman', 'administrator')
  union all
  select 'breakGlass'
  where exists (select 1 from break_glass_grants g where g.case_id = ${caseId} and g.expires_at > clock_timestamp()
      and g.account_id = nullif(current_setting('app.user_id', true), '')::uuid)
    and not exists (select 1 from participations p
      where p.case_id = ${caseId} and p.body_id = $1 and p.ended_at is null and p.level <> 'preview')
) known`;

/** SQL: whether the reader may know a procedure at that level; $3 is the table of `knownProcedures`. */
export const knows = (procedure: string): string => `($3::jsonb -> known.level) ? ${procedure}`;
