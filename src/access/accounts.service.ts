import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Language, Role, Uuid } from '#libs/vocabulary';
import { Database, encrypt, nobody } from '../platform/index.js';
import { BodiesService } from './bodies.service.js';
import { InstallationKeys } from './installation-keys.js';
import { toBase32 } from './one-time-code.js';
import { assertFit, hashPassword } from './passwords.js';
import { SessionsService } from './sessions.service.js';

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
    private readonly sessions: SessionsService,
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
  async create({ username, name, role, bodyId, language, password }: NewAccount): Promise<Account> {
    assertFit(password);
    const id = randomUUID();
    const hash = await hashPassword(password);
    await this.database.inTransaction(nobody, (tx) =>
      tx.query(
        `insert into accounts (id, username, display_name, role, body_id, language, password_hash)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, username, name, role, bodyId, language, hash],
      ),
    );
    await this.bodies.reload();
    return { id, username, name, role, bodyId, language, active: true };
  }

  /** Ends every session of the account. Throws UnfitPassword. */
  async setPassword(accountId: Uuid, password: string): Promise<void> {
    assertFit(password);
    await this.change('update accounts set password_hash = $2 where id = $1', [
      accountId,
      await hashPassword(password),
    ]);
    await this.sessions.revokeAll(accountId);
  }

  /** Closes or reopens an account; closing ends every session. */
  async setActive(accountId: Uuid, active: boolean): Promise<void> {
    await this.change('update accounts set active = $2 where id = $1', [accountId, active]);
    if (!active) await this.sessions.revokeAll(accountId);
  }

  /** Asks for a one-time code from now on. Returns the secret in base32, shown once. */
  async requireCode(accountId: Uuid): Promise<string> {
    const secret = randomBytes(20);
    const sealed = encrypt(this.keys.signInCodes, secret, [accountId]).toString('base64');
    await this.change('update accounts set code_secret = $2, code_step = null where id = $1', [
      accountId,
      sealed,
    ]);
    return toBase32(secret);
  }

  private async change(sql: string, values: readonly unknown[]): Promise<void> {
    await this.database.inTransaction(nobody, (tx) => tx.query(sql, values));
  }
}
