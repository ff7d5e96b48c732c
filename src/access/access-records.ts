import { Injectable } from '@nestjs/common';
import type { Compartment, Role, Uuid } from '#libs/vocabulary';
import { Database, type Tx } from '../platform/index.js';
import { actingAs, type Identity } from './identity.js';

/** What was looked at. Codes only: a reason in words belongs elsewhere. */
export interface Access {
  readonly caseId: Uuid | null;
  /** e.g. `case`, `timeline`, `export`, `compartments`, `search`, `breakGlass`, `houseAddress` (the detail names the house). */
  readonly what: string;
  readonly compartments?: readonly Compartment[];
  readonly ground: 'participation' | 'preview' | 'oversight' | 'breakGlass' | 'search';
  /** Purpose or further codes, without spaces. */
  readonly detail?: string;
}

export interface AccessRecord extends Required<Omit<Access, 'detail'>> {
  /** Place in the order of recording; also the cursor. */
  readonly id: number;
  /** Wall time. */
  readonly at: Date;
  readonly accountId: Uuid;
  readonly name: string;
  /** A system of the body read, not an officer. */
  readonly system: boolean;
  readonly bodyId: Uuid;
  readonly role: Role;
  readonly detail: string | null;
}

const code = /^[\w.:,-]{1,200}$/;

const recordsRead = `
  select r.id, r.at, r.account_id as "accountId", a.display_name as name, a.is_system as system, r.body_id as "bodyId", r.role,
    r.case_id as "caseId", r.what, r.compartments, r.ground, r.detail
  from access_records r join accounts a on a.id = r.account_id`;

/** Who read what, when and why. A record is committed on its own, before what it tells of leaves the room. */
@Injectable()
export class AccessRecords {
  constructor(private readonly database: Database) {}

  /** Throws DatabaseError when it cannot be written (show nothing then), TypeError for a detail in words. */
  async add(identity: Identity, access: Access): Promise<void> {
    await this.write(identity, access);
  }

  /**
   * The same for what is read again and again: one record for each reader, case, part and ground within an hour of wall
   * time. Throws as `add` does.
   */
  async addOncePerHour(identity: Identity, access: Access): Promise<void> {
    await this.write(identity, access, { oncePerHour: true });
  }

  /** The same for a reader by break-glass; false, and nothing recorded, when the grant is over or does not reach so far. */
  async addUnderGrant(identity: Identity, access: Access, grantId: Uuid): Promise<boolean> {
    return this.write(identity, access, { grantId });
  }

  /** Records of a case, newest first, before a cursor. */
  async latestOfCase(
    tx: Tx,
    caseId: Uuid,
    { before, limit }: { before: number | null; limit: number },
  ): Promise<readonly AccessRecord[]> {
    const { rows } = await tx.query<AccessRecord & { [key: string]: unknown }>(
      `${recordsRead} where r.case_id = $1 and ($2::bigint is null or r.id < $2) order by r.id desc limit $3`,
      [caseId, before, limit],
    );
    return rows;
  }

  /** Records of a case, oldest first, after a cursor. */
  async ofCase(tx: Tx, caseId: Uuid, { after = 0, limit = 100 } = {}): Promise<readonly AccessRecord[]> {
    const { rows } = await tx.query<AccessRecord & { [key: string]: unknown }>(
      `${recordsRead} where r.case_id = $1 and r.id > $2 order by r.id limit $3`,
      [caseId, after, limit],
    );
    return rows;
  }

  /** Who opened the address of a house, the latest hundred, newest first. */
  async ofHouse(tx: Tx, bodyId: Uuid): Promise<readonly AccessRecord[]> {
    const { rows } = await tx.query<AccessRecord & { [key: string]: unknown }>(
      `${recordsRead} where r.what = 'houseAddress' and r.detail = $1 order by r.id desc limit 100`,
      [bodyId],
    );
    return rows;
  }

  private async write(
    identity: Identity,
    access: Access,
    { grantId = null, oncePerHour = false }: { grantId?: Uuid | null; oncePerHour?: boolean } = {},
  ): Promise<boolean> {
    const { caseId, what, compartments = [], ground, detail = null } = access;
    if (detail !== null && !code.test(detail))
      throw new TypeError('the detail of an access record is a code');
    const { count } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query(
        `insert into access_records (account_id, body_id, role, case_id, what, compartments, ground, detail, hour)
         select $1, $2, $3, $4, $5, $6, $7, $8, case when $10 then date_trunc('hour', clock_timestamp()) end
         where $9::uuid is null or exists (
           select 1 from break_glass_grants g where g.id = $9 and g.account_id = $1 and g.case_id = $4
             and g.expires_at > clock_timestamp() and g.compartments @> $6::text[])
         on conflict do nothing`,
        [
          identity.accountId,
          identity.bodyId,
          identity.role,
          caseId,
          what,
          compartments,
          ground,
          detail,
          grantId,
          oncePerHour,
        ],
      ),
    );
    return count === 1;
  }
}
