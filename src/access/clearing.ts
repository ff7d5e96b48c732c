import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { nobody, SweepDatabase } from '../platform/index.js';
import { Rounds } from '../platform/rounds/index.js';

const every = 3_600_000;
const over = [
  {
    text: `delete from sessions where expires_at < clock_timestamp() - interval '1 day'
           or revoked_at < clock_timestamp() - interval '1 day'`,
    values: [],
  },
  {
    text: `delete from tries where expire < extract(epoch from clock_timestamp()) * 1000`,
    values: [],
  },
];

/** Clears away sessions that ended more than a day ago and tries that no longer count: every hour of wall time. */
@Injectable()
export class Clearing implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds('Clearing', every, () => this.round());

  constructor(private readonly database: SweepDatabase) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
  }

  /** Gives the number of sessions removed. */
  async round(): Promise<number> {
    const [sessions] = await this.database.inTransaction(nobody, (tx) => tx.batch(over));
    return sessions?.count ?? 0;
  }
}
