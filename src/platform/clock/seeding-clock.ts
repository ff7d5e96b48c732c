import pg from 'pg';

/**
 * The domain clock in the hands of the owner, who writes a synthetic history into an empty database: it begins in the
 * past, goes forward only, never past the wall, and ends on it.
 */
export class SeedingClock {
  private constructor(private readonly client: pg.Client) {}

  static async open(ownerUrl: string): Promise<SeedingClock> {
    const client = new pg.Client({ connectionString: ownerUrl, application_name: 'nrm-seeding' });
    await client.connect();
    return new SeedingClock(client);
  }

  /** Sets the clock back by `milliseconds`. Throws where it was ever moved, or is being seeded already. */
  async begin(milliseconds: number): Promise<void> {
    await this.one(
      'update domain_clock set seeding = true, offset_ms = -$1::bigint where offset_ms = 0 and not seeding',
      milliseconds,
    );
  }

  /** Goes forward by `milliseconds`, at most as far as the wall. */
  async advance(milliseconds: number): Promise<void> {
    await this.one(
      'update domain_clock set offset_ms = least(offset_ms + greatest($1::bigint, 0), 0) where seeding',
      milliseconds,
    );
  }

  /** From here on the clock goes with the wall. */
  async end(): Promise<void> {
    await this.one('update domain_clock set seeding = false, offset_ms = 0 where seeding');
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async one(text: string, ...values: number[]): Promise<void> {
    const { rowCount } = await this.client.query(text, values.map(Math.round));
    if (rowCount !== 1) throw new Error('the domain clock cannot be set back: it was moved before');
  }
}
