import { Injectable } from '@nestjs/common';
import type { Instant } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { Database } from '../platform/index.js';

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'failed' | 'needless';

/** One letter to an official, wall time. */
export interface Delivery {
  readonly state: DeliveryState;
  readonly askedAt: Instant;
  readonly endedAt: Instant | null;
  /** Code of the last reply of the mail server. */
  readonly answer: string | null;
}

export interface OwnMail {
  readonly address: string | null;
  /** The last ten, newest first. */
  readonly deliveries: readonly Delivery[];
}

interface Row extends Record<string, unknown> {
  readonly state: DeliveryState;
  readonly asked_at: Date;
  readonly ended_at: Date | null;
  readonly answer: string | null;
}

const kept = `insert into mail_addresses (account_id, address) values ($1, $2)
  on conflict (account_id) do update set address = excluded.address, since = clock_timestamp()`;
const own = 'select address from mail_addresses where account_id = $1';
const last = `select state, asked_at, ended_at, answer from mail_deliveries
  where account_id = $1 order by asked_at desc limit 10`;

/** Where an official wants to be told that there is something to read. Each sees and changes only her own. */
@Injectable()
export class MailAddresses {
  constructor(private readonly database: Database) {}

  async own(identity: Identity): Promise<OwnMail> {
    const values = [identity.accountId];
    const [address, deliveries] = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.batch([
        { text: own, values },
        { text: last, values },
      ]),
    );
    return {
      address: (address?.rows[0]?.['address'] as string | undefined) ?? null,
      deliveries: (deliveries?.rows as Row[]).map((row) => ({
        state: row.state,
        askedAt: row.asked_at.toISOString(),
        endedAt: row.ended_at?.toISOString() ?? null,
        answer: row.answer,
      })),
    };
  }

  /** Replaces the address, or forgets it. Throws DatabaseError `check` for what is no address. */
  async change(identity: Identity, address: string | null): Promise<void> {
    const { accountId } = identity;
    await this.database.inTransaction(actingAs(identity), (tx) =>
      address === null
        ? tx.query('delete from mail_addresses where account_id = $1', [accountId])
        : tx.query(kept, [accountId, address]),
    );
  }
}
