import pg from 'pg';
import { SeedingClock } from '../../src/platform/index.js';

/** What seeding leaves alone when it clears away a history that broke off. */
const kept = ['migrations', 'domain_clock', 'bodies', 'accounts', 'vault_installation'];
const seedingLock = 702_016;

/** The database as its owner sees it before and after a synthetic history is written. */
export class Past {
  private constructor(
    private readonly client: pg.Client,
    readonly clock: SeedingClock,
  ) {}

  static async open(ownerUrl: string): Promise<Past> {
    const client = new pg.Client({ connectionString: ownerUrl, application_name: 'nrm-seed' });
    await client.connect();
    return new Past(client, await SeedingClock.open(ownerUrl));
  }

  /**
   * Whether a history may be written: into an empty database whose clock was never moved. One that broke off is
   * cleared away first. One process at a time; throws when another is at it.
   */
  async isEmpty(): Promise<boolean> {
    await this.lock();
    const { rows } = await this.client.query<{ seeding: boolean; untouched: boolean }>(
      `select seeding, offset_ms = 0 and not exists (select 1 from cases) as untouched from domain_clock`,
    );
    if (!rows[0]?.seeding) return rows[0]?.untouched ?? false;
    await this.clear();
    return true;
  }

  async close(): Promise<void> {
    await Promise.all([this.clock.close(), this.client.end()]);
  }

  private async lock(): Promise<void> {
    const { rows } = await this.client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      seedingLock,
    ]);
    if (!rows[0]?.mine) throw new Error('another process is writing the synthetic history');
  }

  private async clear(): Promise<void> {
    const { rows } = await this.client.query<{ tables: string }>(
      `select string_agg(quote_ident(tablename), ', ') as tables from pg_tables
       where schemaname = 'public' and tablename <> all ($1::text[])`,
      [kept],
    );
    await this.client.query(`truncate ${rows[0]?.tables}`);
    await this.client.query('alter sequence case_numbers restart');
    await this.clock.end();
  }
}
