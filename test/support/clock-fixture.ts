import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startDeadline } from '../../src/deadlines/deadline-writers.js';
import { nobody, SweepDatabase } from '../../src/platform/database/index.js';
import { placeOf, startOf } from './recording-door.js';
import type { TestDatabase } from './test-database.js';

export interface TestCase {
  readonly id: string;
  readonly procedureId: string;
}

/** Bodies and cases in their least form, for what runs on clocks alone. Looks and writes past the row policies. */
export class ClockFixture {
  readonly sweep: SweepDatabase;
  readonly owner = randomUUID();
  readonly parent = randomUUID();
  readonly other = randomUUID();
  /** One connection; who asks meanwhile waits for it. */
  private readonly pool: pg.Pool;
  private readonly types = new Map<string, string>();

  private constructor(database: TestDatabase) {
    this.pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
    this.sweep = new SweepDatabase({ url: database.sweepUrl, poolSize: 6, name: 'test-sweep' });
  }

  static async open(database: TestDatabase): Promise<ClockFixture> {
    const fixture = new ClockFixture(database);
    const { owner, parent, other } = fixture;
    for (const [id, code, parentId] of [
      [parent, 'parent', null],
      [owner, 'owner', parent],
      [other, 'other', null],
    ])
      await fixture.query(
        `insert into bodies (id, code, kind, name_az, name_en, parent_id) values ($1, $2, 'police', $2, $2, $3)`,
        [id, code, parentId],
      );
    return fixture;
  }

  async query(sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    const { rows } = await this.pool.query<Record<string, unknown>>(sql, [...values]);
    return rows;
  }

  async newCase(): Promise<TestCase> {
    const [id, procedureId] = [randomUUID(), randomUUID()];
    await this.query(
      `insert into cases (id, number, opened_at, opened_by_body_id, owner_body_id, revision, head_seq, head_hash)
       values ($1, $2, now_domain(), $3, $3, 1, 1, repeat('0', 64))`,
      [id, `T-${id}`, this.owner],
    );
    return { id, procedureId };
  }

  /** The procedure of the case, of this type and in this state. */
  async stands({ id, procedureId }: TestCase, type: string, state: string, context: object): Promise<void> {
    this.types.set(procedureId, type);
    await this.query(
      `insert into procedure_instances (id, case_id, type, machine, revision, state, tags, context, clocks, since, final, position)
       values ($1, $2, $3, $3, 1, $4, '{}', $5, '{}', now_domain(), false, 1)`,
      [procedureId, id, type, state, JSON.stringify(context)],
    );
  }

  /** Starts a deadline through the real writer: `from` and `to` in milliseconds from now, negative is past. */
  async start(of: TestCase, name: string, from: number, to: number, ladder = false): Promise<void> {
    await this.sweep.inTransaction(nobody, async (tx) => {
      const { rows } = await tx.query<{ now: Date; seq: number }>(
        'update cases set head_seq = head_seq + 1 where id = $1 returning now_domain() as now, head_seq as seq',
        [of.id],
      );
      const [{ now, seq }] = rows as [{ now: Date; seq: number }];
      const begun = new Date(now.getTime() + from);
      const effect = startOf(of.procedureId, { name, milliseconds: to - from }, begun, ladder);
      await tx.commitWith(
        startDeadline(
          effect,
          placeOf(of.id, { procedure: this.types.get(of.procedureId) ?? 'test', now, seq }),
        ),
      );
    });
  }

  deadlines(of: TestCase) {
    return this.query('select * from deadlines where case_id = $1 order by started_at, due_at', [of.id]);
  }

  /** State by percentage. */
  async reminders(of: TestCase): Promise<Record<number, unknown>> {
    const rows = await this.query(
      `select r.percent, r.state from reminders r join deadlines d on d.id = r.deadline_id where r.case_id = $1
       order by d.started_at`,
      [of.id],
    );
    return Object.fromEntries(rows.map((row) => [Number(row['percent']), row['state']]));
  }

  /** Who was told what, sorted. */
  async told(of: TestCase): Promise<string[]> {
    const rows = await this.query(
      'select b.code, n.template from notifications n join bodies b on b.id = n.body_id where n.case_id = $1',
      [of.id],
    );
    return rows.map((row) => `${String(row['code'])} ${String(row['template'])}`).sort();
  }

  async close(): Promise<void> {
    await this.sweep.close();
    await this.pool.end();
  }
}
