import { Injectable } from '@nestjs/common';
import { law } from '../cases/index.js';
import type { Instant, Uuid, Words } from '#libs/vocabulary';
import { actingAs, mayKnowProcedure, type Identity, type Veil, Veils } from '../access/index.js';
import { Database, domainNow, type Statement, type Tx } from '../platform/index.js';
import type { Page } from '../platform/keyset/index.js';
import { writeCursor } from './cursor.js';
import { found, type Found } from './worklist-sql.js';
import { type Urgency, urgencies, type WorklistQuery } from './worklist-query.js';

/** One case by codes only: never a name. */
export interface WorklistItem {
  readonly id: Uuid;
  readonly number: string;
  readonly ageStatus: string | null;
  readonly owner: {
    readonly bodyId: Uuid | null;
    readonly body: Words;
    readonly officerId: Uuid | null;
  };
  readonly states: readonly {
    procedure: string;
    procedureId: Uuid;
    state: string;
    stateLabel: Words;
    since: Instant;
  }[];
  readonly nextDeadline?: {
    name: string;
    label: Words;
    procedureId: Uuid;
    dueAt: Instant;
    /** The body that owes the step; a house that the reader may not know is not named. */
    owedBy: Words;
  };
  readonly urgency: Urgency;
  /** A child is searched for, or somebody who may be one: such cases stand first. */
  readonly missingChild: boolean;
  readonly tasks: readonly string[];
}

/** The cases that a body works on, the most urgent first. */
@Injectable()
export class Worklist {
  constructor(
    private readonly database: Database,
    private readonly veils: Veils,
  ) {}

  /** Those of some cases that the reader may know; `granted` is the one case that she reads by break-glass. */
  async some(identity: Identity, ids: readonly Uuid[], granted?: Uuid): Promise<readonly WorklistItem[]> {
    if (ids.length === 0) return [];
    return this.database.inTransaction(actingAs(identity, granted), async (tx) => {
      const at = (await domainNow(tx)).toISOString();
      const { rows } = await tx.query<Found>(...found(identity, { limit: ids.length }, at, ids));
      return completed(tx, identity, rows, await this.veils.at(identity));
    });
  }

  /** Pages keep the moment of the first one, so that a case does not move between them as time passes. */
  async cases(identity: Identity, query: WorklistQuery): Promise<Page<WorklistItem>> {
    const veilAt = await this.veils.at(identity);
    const guessing = [query.body, query.owner].some((id) => veilAt('full').hides(id));
    if (guessing) return { items: [] };
    return this.database.inTransaction(actingAs(identity), async (tx) => {
      const at = query.cursor?.[0] ?? (await domainNow(tx)).toISOString();
      const { rows } = await tx.query<Found>(...found(identity, query, at));
      const page = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? page.at(-1) : undefined;
      const next = last && writeCursor([at, last.place, last.dueAt?.toISOString() ?? '', last.id]);
      return { items: await completed(tx, identity, page, veilAt), ...(next ? { next } : {}) };
    });
  }
}

type VeilAt = Awaited<ReturnType<Veils['at']>>;

async function completed(
  tx: Tx,
  { role }: Identity,
  found: readonly Found[],
  veilAt: VeilAt,
): Promise<WorklistItem[]> {
  const ids = found.map((row) => row.id);
  const [states, tasks] = await tx.batch(around(ids));
  return found.map((row) => ({
    id: row.id,
    number: row.number,
    ageStatus: row.ageStatus,
    owner: ownerOf(row, veilAt(row.level)),
    states: (states?.rows ?? [])
      .filter((s) => s['caseId'] === row.id && mayKnowProcedure(role, row.level, String(s['type'])))
      .map(stateOf),
    ...nextDeadlineOf(row, veilAt(row.level)),
    urgency: urgencies[row.rank] ?? 'notDueYet',
    missingChild: row.missingChild,
    tasks: (tasks?.rows ?? []).filter((t) => t['caseId'] === row.id).map((t) => String(t['code'])),
  }));
}

function ownerOf({ bodyId, az, en, officerId }: Found, veil: Veil): WorklistItem['owner'] {
  const { id, name } = veil.body({ id: bodyId, name: { az, en } });
  return { bodyId: id, body: name, officerId: veil.id(officerId) };
}

const around = (ids: readonly Uuid[]): Statement[] => [
  {
    name: 'worklist_states',
    text: `select case_id as "caseId", id, type, state, since from procedure_instances
           where case_id = any($1::uuid[]) order by case_id, position`,
    values: [ids],
  },
  {
    name: 'worklist_tasks',
    text: `select distinct case_id as "caseId", code from tasks
           where case_id = any($1::uuid[]) and closed_at is null
             and body_id = nullif(current_setting('app.body_id', true), '')::uuid order by 1, 2`,
    values: [ids],
  },
];

const unnamed: Words = { az: '', en: '' };

const stateOf = (row: Record<string, unknown>): WorklistItem['states'][number] => ({
  procedure: String(row['type']),
  procedureId: String(row['id']),
  state: String(row['state']),
  stateLabel: law.procedures[String(row['type'])]?.states[String(row['state'])] ?? unnamed,
  since: (row['since'] as Date).toISOString(),
});

function nextDeadlineOf(row: Found, veil: Veil): Pick<WorklistItem, 'nextDeadline'> {
  const { name, procedure, procedureId, dueAt, owesId, owesAz, owesEn } = row;
  if (!name || !procedure || !procedureId || !dueAt) return {};
  const label = law.procedures[procedure]?.deadlines[name]?.label ?? unnamed;
  const { name: owedBy } = veil.body({ id: owesId ?? '', name: { az: owesAz ?? '', en: owesEn ?? '' } });
  return { nextDeadline: { name, label, procedureId, dueAt: dueAt.toISOString(), owedBy } };
}
