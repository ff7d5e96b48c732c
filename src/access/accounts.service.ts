import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Codes, Language, Role, Uuid } from '#libs/vocabulary';
import { Database, encrypt, nobody, type Statement } from '../platform/index.js';
import { actStatement, passwordNotice } from './act-records.js';
import { BodiesService } from './bodies.service.js';
import { actingAs, type Identity } from './identity.js';
import { InstallationKeys } from './installation-keys.js';
import { toBase32 } from './one-time-code.js';
import { assertFit, hashPassword } from './passwords.js';
import { sessionsEnded } from './sessions.service.js';

export interface Account {
  readonly id: Uuid;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly bodyId: Uuid;
  readonly language: Language;
  readonly active: boolean;
}

export type NewAccount = Omit<Account, 'id' | 'active'> & { readonly password: string };

const columns = `id, username, display_name as name, role, body_id as "bodyId", language, active`;

/** Accounts of people. The caller has checked that an administrator asks. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly keys: InstallationKeys,
    private readonly bodies: BodiesService,
  ) {}

  async list(): Promise<readonly Account[]> {
    const { rows } = await this.database.inTransaction(nobody, (tx) =>
      tx.query<Account & { [key: string]: unknown }>(`select ${columns} from accounts order by username`),
    );
    return rows;
  }

  /** Throws UnfitPassword; DatabaseError `unique` for a username somebody has, `check` for an unfit one. */
  async create(
    by: Identity,
    { username, name, role, bodyId, language, password }: NewAccount,
  ): Promise<Account> {
    assertFit(password);
    const id = randomUUID();
    const hash = await hashPassword(password);
    await this.database.inTransaction(actingAs(by), (tx) =>
      tx.batch([
        {
          text: `insert into accounts (id, username, display_name, role, body_id, language, password_hash)
                 values ($1, $2, $3, $4, $5, $6, $7)`,
          values: [id, username, name, role, bodyId, language, hash],
        },
        actStatement(by, {
          act: 'accountAdded',
          accountId: id,
          bodyId,
          after: { username, role, active: true },
        }),
      ]),
    );
    await this.bodies.reload();
    return { id, username, name, role, bodyId, language, active: true };
  }

  /** Ends every session of the account, and tells its body and the Coordinator. Throws UnfitPassword. */
  async setPassword(by: Identity, accountId: Uuid, password: string): Promise<void> {
    assertFit(password);
    const hash = await hashPassword(password);
    await this.change(by, accountId, (bodyId) => [
      { text: 'update accounts set password_hash = $2 where id = $1', values: [accountId, hash] },
      actStatement(by, { act: 'passwordSet', accountId, bodyId }),
      passwordNotice(bodyId),
      sessionsEnded(accountId),
    ]);
  }

  /** Closes or reopens an account; closing ends every session. */
  async setActive(by: Identity, accountId: Uuid, active: boolean): Promise<void> {
    const act = active ? 'accountReopened' : 'accountClosed';
    await this.change(by, accountId, (bodyId, before) => [
      { text: 'update accounts set active = $2 where id = $1', values: [accountId, active] },
      actStatement(by, { act, accountId, bodyId, before, after: { active } }),
      ...(active ? [] : [sessionsEnded(accountId)]),
    ]);
  }

  /** Asks for a one-time code from now on. Returns the secret in base32, shown once. */
  async requireCode(by: Identity, accountId: Uuid): Promise<string> {
    const secret = randomBytes(20);
    const sealed = encrypt(this.keys.signInCodes, secret, [accountId]).toString('base64');
    await this.change(by, accountId, (bodyId) => [
      {
        text: 'update accounts set code_secret = $2, code_step = null where id = $1',
        values: [accountId, sealed],
      },
      actStatement(by, { act: 'codeRequired', accountId, bodyId }),
    ]);
    return toBase32(secret);
  }

  /** The change and the record of it in one transaction. Nothing for an account that does not exist. */
  private async change(
    by: Identity,
    accountId: Uuid,
    statements: (bodyId: Uuid, before: Codes) => readonly Statement[],
  ): Promise<void> {
    await this.database.inTransaction(actingAs(by), async (tx) => {
      const { rows } = await tx.query<{ bodyId: Uuid; active: boolean }>(
        'select body_id as "bodyId", active from accounts where id = $1 for update',
        [accountId],
      );
      for (const { bodyId, active } of rows) await tx.batch(statements(bodyId, { active }));
    });
  }
}
