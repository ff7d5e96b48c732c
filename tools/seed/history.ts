import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CaseRoom } from '../../src/cases/index.js';
import type { Config } from '../../src/config/index.js';
import { Sweep, walk } from '../../src/deadlines/index.js';
import { nobody, PlatformModule, RelayDatabase, SweepDatabase, type Tx } from '../../src/platform/index.js';
import { OutboxDelivery } from '../../src/platform/outbox/index.js';
import { rooms } from '../../src/rooms.js';
import { HousesService } from '../../src/shelters/index.js';
import { keepHouses } from './houses.js';
import type { Past } from './past.js';
import { type Deed, inOrder, type Tale } from './tale.js';
import { Teller, type ToldCase } from './teller.js';

/** Every room and no worker: nothing happens here by itself. The tales are told by the lists of the program. */
@Module({})
class SeedModule {
  static with(config: Config): DynamicModule {
    const platform = PlatformModule.forRoot({ config: { ...config, cataloguesDirectory: undefined } });
    return { module: SeedModule, imports: [platform, ...rooms] };
  }
}

/** The history reaches this far beyond its first deed, in milliseconds. */
const margin = 3_600_000;

/**
 * Writes the tales into an empty database on one walk through time: deeds at their moments, clocks at theirs, messages
 * delivered between. `keep` is given the cases before the clock is let go, so that a history is whole or starts anew.
 */
export async function writeHistory(
  config: Config,
  past: Past,
  tales: readonly Tale[],
  keep: (cases: ReadonlyMap<string, ToldCase>) => void,
): Promise<void> {
  const app = await NestFactory.createApplicationContext(SeedModule.with(config), {
    abortOnError: false,
    logger: ['error', 'fatal'],
  });
  try {
    const sweepDatabase = app.get(SweepDatabase);
    const teller = new Teller(app.get(CaseRoom), sweepDatabase, await keepHouses(app.get(HousesService)));
    const mail = new Mail(app.get(RelayDatabase), app.get(OutboxDelivery));
    const deeds = inOrder(tales);
    const end = Date.now();
    await past.clock.begin((deeds[0]?.ago ?? 0) + margin);
    await sweepDatabase.inTransaction(nobody, async (tx) => {
      await tx.query(`select set_config('idle_in_transaction_session_timeout', '0', true)`);
      const until = (at: Date) => walk(tx, app.get(Sweep), at, (step) => past.clock.advance(step));
      for (const moment of byMoment(deeds)) {
        const at = new Date(end - (moment[0]?.ago ?? 0));
        await until(at);
        for (const deed of moment) await teller.tell(deed, at);
        await mail.deliver();
      }
      await until(new Date(end));
      await mail.deliver();
    });
    keep(teller.cases);
    await past.clock.end();
  } finally {
    await app.close();
  }
}

/** Deeds of one moment are done together. */
function byMoment(deeds: readonly Deed[]): readonly (readonly Deed[])[] {
  const moments = new Map<number, Deed[]>();
  for (const deed of deeds) moments.set(deed.ago, [...(moments.get(deed.ago) ?? []), deed]);
  return [...moments.values()];
}

/** What the worker does with the outbox, at the moment of the history. */
class Mail {
  constructor(
    private readonly relay: RelayDatabase,
    private readonly delivery: OutboxDelivery,
  ) {}

  async deliver(): Promise<void> {
    const { rows } = await this.relay.inTransaction(nobody, (tx: Tx) =>
      tx.query<{ id: string }>('select id from outbox_messages where done_at is null order by created_at'),
    );
    for (const { id } of rows) await this.delivery.deliver(id);
  }
}
