import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Language, Role, Uuid } from '#libs/vocabulary';
import { Database, encrypt, nobody, type Statement, type Tx } from '../platform/index.js';
import { assertRoleFits, type ClosingReason } from './account-terms.js';
import { accountNotice, actStatement } from './act-records.js';
import { BodiesService } from './bodies.service.js';
import { actingAs, type Identity } from './identity.js';
import { InstallationKeys } from './installation-keys.js';
import { assertAdministratorStays } from './last-administrator.js';
import { toBase32 } from './one-time-code.js';
import { assertFit, hashPassword, newPassword } from './passwords.js';
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

/** Without a password one is made. */
export type NewAccount = Omit<Account, 'id' | 'active'> & { readonly password?: string | undefined };

/** `password` is there only where it was made here: it is shown once, and nobody can read it again. */
export type AddedAccount = Account & { readonly password?: string };

const columns = `id, username, display_name as name, role, body_id as "bodyId", language, active`;

/** Accounts of people; systems have theirs by their tokens. The caller has checked that an administrator asks. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly keys: InstallationKeys,
    private readonly bodies: BodiesService,
  ) {}

  async list(): Promise<readonly Account[]> {
    const { rows } = await this.database.inTransaction(nobody, (tx) =>
      tx.query<Account & { [key: string]: unknown }>(
        `select ${columns} from accounts where not is_system order by username`,
      ),
    );
    return rows;
  }

  async find(id: Uuid): Promise<Account | undefined> {
    return (await this.list()).find((account) => account.id === id);
  }

  /**
   * Throws UnfitPassword, UnfitRole; DatabaseError `unique` for a username somebody has, `check` for an unfit one,
   * `foreign-key` for no such body.
   */
  async create(
    by: Identity,
    { username, name, role, bodyId, language, password }: NewAccount,
  ): Promise<AddedAccount> {
    const made = password === undefined ? newPassword() : undefined;
    const secret = password ?? made ?? '';
    assertFit(secret);
    const body = await this.bodies.byId(bodyId);
    if (body) assertRoleFits(role, body.kind);
    const id = randomUUID();
    const hash = await hashPassword(secret);
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
    const account = { id, username, name, role, bodyId, language, active: true };
    return made === undefined ? account : { ...account, password: made };
  }

  /** A new password, made here and shown once; otherwise as `setPassword`. */
  async resetPassword(by: Identity, accountId: Uuid): Promise<string> {
    const password = newPassword();
    await this.setPassword(by, accountId, password);
    return password;
  }

  /** Ends every session of the account, and tells its body and the Coordinator. Throws UnfitPassword. */
  async setPassword(by: Identity, accountId: Uuid, password: string): Promise<void> {
    assertFit(password);
    const hash = await hashPassword(password);
    await this.change(by, accountId, (bodyId) => [
      { text: 'update accounts set password_hash = $2 where id = $1', values: [accountId, hash] },
      actStatement(by, { act: 'passwordSet', accountId, bodyId }),
      accountNotice('password-set', bodyId),
      sessionsEnded(accountId),
    ]);
  }

  /**
   * Ends every session of the account. Her cases stay with her body, which gives them to another officer. Nothing for
   * one that is closed already. Throws LastAdministrator.
   */
  async close(by: Identity, accountId: Uuid, reason: ClosingReason): Promise<void> {
    await this.change(
      by,
      accountId,
      (bodyId, before) =>
        before.active
          ? [
              { text: 'update accounts set active = false where id = $1', values: [accountId] },
              actStatement(by, {
                act: 'accountClosed',
                accountId,
                bodyId,
                before,
                after: { active: false, reason },
              }),
              sessionsEnded(accountId),
            ]
          : [],
      (tx) => assertAdministratorStays(tx, { accountId }),
    );
  }

  /** Nothing for an account that is open already. */
  async reopen(by: Identity, accountId: Uuid): Promise<void> {
    await this.change(by, accountId, (bodyId, before) =>
      before.active
        ? []
        : [
            { text: 'update accounts set active = true where id = $1', values: [accountId] },
            actStatement(by, { act: 'accountReopened', accountId, bodyId, before, after: { active: true } }),
          ],
    );
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
    statements: (bodyId: Uuid, before: { readonly active: boolean }) => readonly Statement[],
    assertMay: (tx: Tx) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.database.inTransaction(actingAs(by), async (tx) => {
      await assertMay(tx);
      const { rows } = await tx.query<{ bodyId: Uuid; active: boolean }>(
        'select body_id as "bodyId", active from accounts where id = $1 and not is_system for update',
        [accountId],
      );
      for (const { bodyId, active } of rows) {
        const change = statements(bodyId, { active });
        if (change.length > 0) await tx.batch(change);
      }
    });
  }
}
