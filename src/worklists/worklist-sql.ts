import type { Instant, Uuid } from '#libs/vocabulary';
import { clockDesk } from '../cases/index.js';
import type { Identity, KnowledgeLevel } from '../access/index.js';
import { knownAs, knownProcedures, knows } from './reader.js';
import { searchForChild, urgencyAt } from './urgency-sql.js';
import { urgencies, type WorklistQuery } from './worklist-query.js';

/** One case of the worklist, as PostgreSQL gives it; `rank` is its place among the urgencies. */
export interface Found {
  id: Uuid;
  number: string;
  ageStatus: string | null;
  bodyId: Uuid;
  az: string;
  en: string;
  officerId: Uuid | null;
  level: KnowledgeLevel;
  rank: number;
  /** Before every rank where a child is searched for. */
  place: number;
  missingChild: boolean;
  dueAt: Date | null;
  name: string | null;
  procedure: string | null;
  procedureId: Uuid | null;
  /** Who owes the step of that clock. */
  owesId: Uuid | null;
  owesAz: string | null;
  owesEn: string | null;
  [column: string]: unknown;
}

/** SQL: where a case stands in the list: the search for a child before every urgency. */
const place = 'case when next.search then -1 else coalesce(next.rank, 3) end';

const columns = `c.id, c.number, file.context->>'ageStatus' as "ageStatus", c.owner_body_id as "bodyId", b.name_az as az,
  b.name_en as en, c.owner_officer_id as "officerId", known.level, coalesce(next.rank, 3) as rank,
  coalesce(next.search, false) as "missingChild", ${place} as place, next.due_at as "dueAt", next.name,
  next.procedure, next.procedure_id as "procedureId", owes.id as "owesId", owes.name_az as "owesAz", owes.name_en as "owesEn"`;

type Filter = Partial<WorklistQuery> & Pick<WorklistQuery, 'limit'>;

/** The query for a page, or for some cases by id: its text, values and name. */
export function found(
  identity: Identity,
  query: Filter,
  at: Instant,
  ids?: readonly Uuid[],
): [string, unknown[], string] {
  const { procedure, state, body, owner, due, cursor, limit } = query;
  const officer = owner === 'me' ? identity.accountId : owner;
  const [, placed, dueAt, id] = cursor ?? [];
  const reader = [identity.bodyId, identity.role, knownProcedures(identity), at];
  const wanted = [procedure, state, body, officer, due && urgencies.indexOf(due)];
  const after = [placed, dueAt === '' ? 'infinity' : dueAt, id];
  return [
    worklistSql,
    [...reader, ...wanted, ...after, limit + 1, ids].map((value) => value ?? null),
    'worklist',
  ];
}

/** SQL: on whose desk a clock lies: of a handoff and a placement the body that is asked; of others the owner of the case. */
const desk = `coalesce(p.context->>case d.procedure when 'handoff' then 'toBodyId' when 'placement' then 'shelterBodyId' end,
        ${clockDesk}, c.owner_body_id::text)`;

const worklistSql = `
  select ${columns}
  from cases c
  join ${knownAs('c.id')} on true
  join bodies b on b.id = c.owner_body_id
  left join procedure_instances file on file.case_id = c.id and file.type = 'caseFile'
  left join lateral (
    select d.due_at, d.name, d.procedure, d.procedure_id, ${searchForChild} as search, ${urgencyAt('$4')} as rank,
      ${desk} as owes
    from owed_deadlines d join procedure_instances p on p.id = d.procedure_id
    where d.case_id = c.id and ${knows('d.procedure')} order by 5 desc, 6, 1 limit 1
  ) next on true
  left join bodies owes on owes.id::text = next.owes
  where (($5::text is null and $6::text is null) or exists (select 1 from procedure_instances p
      where p.case_id = c.id and ${knows('p.type')} and ($5::text is null or p.type = $5) and ($6::text is null or p.state = $6)))
    and ($7::uuid is null or c.owner_body_id = $7)
    and ($8::text is null or ($8 = 'none' and c.owner_officer_id is null) or c.owner_officer_id::text = $8)
    and ($9::int is null or coalesce(next.rank, 3) = $9)
    and ($10::int is null or (${place}, coalesce(next.due_at, 'infinity'), c.id) > ($10, $11::timestamptz, $12::uuid))
    and ($14::uuid[] is null or c.id = any($14))
  order by ${place}, coalesce(next.due_at, 'infinity'), c.id
  limit $13`;
