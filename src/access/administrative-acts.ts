import { Injectable } from '@nestjs/common';
import type { Codes, Instant, Uuid, Words } from '#libs/vocabulary';
import { Database } from '../platform/index.js';
import { type Page, pageOf, pageSize, placeOf } from '../platform/keyset/index.js';
import type { Act } from './act-records.js';
import { actingAs, type Identity } from './identity.js';

interface Person {
  readonly id: Uuid;
  readonly username: string;
  readonly name: string;
}

/** What an administrator did to an account, a body or the training clock; `at` is wall time. */
export interface AdministrativeAct {
  readonly id: Uuid;
  readonly at: Instant;
  readonly act: Act;
  readonly by: Person;
  readonly account: Person | null;
  /** The body that was changed, or to which the account belongs; of the clock the administrator's own. */
  readonly body: { readonly id: Uuid; readonly name: Words };
  readonly before: Codes;
  readonly after: Codes;
}

type Row = Omit<AdministrativeAct, 'at'> & { at: Date; [column: string]: unknown };

const person = (account: string) =>
  `json_build_object('id', ${account}.id, 'username', ${account}.username, 'name', ${account}.display_name)`;

/**
 * The row policy shows the Coordinator all, a supervisor what touched her own body, an administrator how the training
 * clock was moved, and nobody else anything.
 */
const list = `
  select r.id, r.at, r.act, ${person('o')} as by, case when a.id is not null then ${person('a')} end as account,
    json_build_object('id', b.id, 'name', json_build_object('az', b.name_az, 'en', b.name_en)) as body,
    r.before, r.after
  from administrative_acts r join accounts o on o.id = r.by_account_id join bodies b on b.id = r.body_id
    left join accounts a on a.id = r.account_id
  where $1::timestamptz is null or (r.at, r.id) < ($1, $2::uuid)
  order by r.at desc, r.id desc limit $3`;

/** What administrators did, newest first. */
@Injectable()
export class AdministrativeActs {
  constructor(private readonly database: Database) {}

  /** @throws CursorFault */
  async list(
    identity: Identity,
    { cursor, limit: asked }: { cursor?: string | undefined; limit?: number | undefined } = {},
  ): Promise<Page<AdministrativeAct>> {
    const place = placeOf(cursor);
    const limit = pageSize(asked);
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<Row>(list, [place?.at ?? null, place?.id ?? null, limit + 1]),
    );
    return pageOf(rows, limit, (row) => row, shown);
  }
}

const shown = ({ at, ...row }: Row): AdministrativeAct => ({ ...row, at: at.toISOString() });
