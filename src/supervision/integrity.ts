import { Injectable } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { CaseReader, checkpointSeries, type CheckpointSeries } from '../cases/index.js';
import { Database } from '../platform/index.js';

/** What is wrong with one case: entries that break its chain or its checkpoints, instances that replay does not give, texts that were altered. */
export interface BrokenCase {
  readonly id: Uuid;
  readonly number: string;
  readonly findings: readonly {
    readonly kind: string;
    readonly seq: number | null;
    readonly message: string;
  }[];
}

export interface IntegrityReport {
  readonly items: readonly BrokenCase[];
  readonly checked: { readonly cases: number; readonly entries: number };
  /** The series of checkpoints as a whole: with the first chunk, for who sees every case. */
  readonly checkpoints?: CheckpointSeries;
  /** Id of the last case checked; ask again after it. */
  readonly next?: Uuid;
}

const sql = `
  select c.id, c.number, c.head_seq as "headSeq" from cases c
  where ($3::uuid is null or c.id > $3) and ($2 = 'coordinator' or exists (
    select 1 from participations p where p.case_id = c.id and p.body_id = $1))
  order by c.id limit $4`;

interface AlteredText {
  caseId: Uuid;
  compartment: string;
  seq: number | null;
  [column: string]: unknown;
}

const alteredSql = `
  select case_id as "caseId", compartment, seq from altered_texts where case_id = any($1) order by found_at, item`;

const alteredText = ({ compartment, seq }: AlteredText): BrokenCase['findings'][number] => ({
  kind: 'alteredText',
  seq,
  message: `A text in the compartment ${compartment} is not the one that its entry was written with.`,
});

/** Verifies every timeline that an overseer may know, in chunks: chain, head, checkpoints and replay. */
@Injectable()
export class TimelineIntegrity {
  constructor(
    private readonly database: Database,
    private readonly reader: CaseReader,
  ) {}

  /** One chunk of `limit` cases after a cursor. Entries may be restricted to the reader; they are verified all the same. */
  async check(
    identity: Identity,
    { after = null, limit }: { after?: Uuid | null | undefined; limit: number },
  ): Promise<IntegrityReport> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<{ id: Uuid; number: string; headSeq: number }>(
        sql,
        [identity.bodyId, identity.role, after, limit + 1],
        'integrity_chunk',
      ),
    );
    const chunk = rows.slice(0, limit);
    const altered = await this.altered(
      identity,
      chunk.map(({ id }) => id),
    );
    const items: BrokenCase[] = [];
    for (const { id, number } of chunk) {
      const texts = altered.filter(({ caseId }) => caseId === id).map(alteredText);
      const findings = [...(await this.findings(identity, id)), ...texts];
      if (findings.length > 0) items.push({ id, number, findings });
    }
    const entries = chunk.reduce((sum, { headSeq }) => sum + headSeq, 0);
    const next = rows.length > limit ? chunk.at(-1)?.id : undefined;
    const seesAll = identity.role === 'coordinator' && !after;
    return {
      items,
      checked: { cases: chunk.length, entries },
      ...(seesAll ? { checkpoints: await this.series(identity) } : {}),
      ...(next ? { next } : {}),
    };
  }

  private async series(identity: Identity): Promise<CheckpointSeries> {
    return this.database.inTransaction(actingAs(identity), checkpointSeries);
  }

  /** Texts of the vault that a reading found altered: only who opens a compartment can see it. */
  private async altered(identity: Identity, caseIds: readonly Uuid[]): Promise<AlteredText[]> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<AlteredText>(alteredSql, [caseIds], 'integrity_altered'),
    );
    return rows;
  }

  private async findings(identity: Identity, caseId: Uuid): Promise<BrokenCase['findings']> {
    const { chain, differing } = await this.reader.verify(identity, caseId);
    const broken = chain.ok ? [] : chain.findings;
    const replayed = differing.map((id) => ({
      kind: 'replayDiffers',
      seq: null,
      message: `Replaying the entries does not give the stored state of procedure ${id}.`,
    }));
    return [...broken, ...replayed];
  }
}
