import { Injectable } from '@nestjs/common';
import type { Language, Uuid } from '#libs/vocabulary';
import { nobody, RelayDatabase } from '../platform/index.js';

/** A letter in hand. */
export interface Claimed {
  readonly id: Uuid;
  readonly address: string;
  readonly language: Language;
  readonly attempts: number;
}

/** Who has read everything meanwhile, closed the account or taken the address back is not written to. */
const needless = `
  update mail_deliveries d set state = 'needless', ended_at = clock_timestamp()
  where state in ('waiting', 'sending') and next_attempt_at <= clock_timestamp() and not exists (
    select from accounts a join mail_addresses m on m.account_id = a.id
      join notifications n on n.body_id = a.body_id and n.read_at is null
    where a.id = d.account_id and a.active)`;

/** A letter whose sender died is taken up again after five minutes. */
const claim = `
  with due as (
    select id from mail_deliveries where state in ('waiting', 'sending') and next_attempt_at <= clock_timestamp()
    order by next_attempt_at limit $1 for update skip locked
  )
  update mail_deliveries d
  set state = 'sending', attempts = attempts + 1, next_attempt_at = clock_timestamp() + interval '5 minutes'
  from due, mail_addresses m, accounts a
  where d.id = due.id and m.account_id = d.account_id and a.id = d.account_id
  returning d.id, m.address, a.language, d.attempts`;

const ended = `update mail_deliveries set state = $2, answer = $3, ended_at = clock_timestamp() where id = $1`;

/** Where another letter to the same person waits by now, that one is enough. */
const again = `
  update mail_deliveries d set answer = $2,
    state = case when exists (select from mail_deliveries o where o.account_id = d.account_id and o.state = 'waiting')
      then 'needless' else 'waiting' end,
    next_attempt_at = clock_timestamp() + $3 * interval '1 second'
  where id = $1`;

/** What is to be sent, and what became of it. Wall time. */
@Injectable()
export class Deliveries {
  constructor(private readonly database: RelayDatabase) {}

  /** Takes up to `most` letters; each is this process's for five minutes. */
  claim(most: number): Promise<readonly Claimed[]> {
    return this.database.inTransaction(nobody, async (tx) => {
      const [, claimed] = await tx.batch([
        { text: needless, values: [] },
        { text: claim, values: [most] },
      ]);
      return (claimed?.rows ?? []) as unknown as Claimed[];
    });
  }

  /** `answer` is a code, never the text of a reply. */
  async end(id: Uuid, state: 'sent' | 'failed', answer: string): Promise<void> {
    await this.database.inTransaction(nobody, (tx) => tx.query(ended, [id, state, answer]));
  }

  async tryAgain(id: Uuid, answer: string, afterSeconds: number): Promise<void> {
    await this.database.inTransaction(nobody, (tx) => tx.query(again, [id, answer, afterSeconds]));
  }
}
