import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonical } from '#libs/timeline';
import type { Compartment, Instant, Uuid } from '#libs/vocabulary';
import { type Ground, type Identity, InstallationKeys } from '../access/index.js';
import { Database, type Identity as DatabaseIdentity, type Statement, type Tx } from '../platform/index.js';
import { BlindIndex } from './blind-index.js';
import { type CaseKeys, type DataKey, DataKeys } from './data-keys.js';
import { itemsStatement, sealItem, type TextRef, type VaultText } from './items.js';
import { type Opened, ReadingRoom } from './reading-room.js';
import { ReturnCodes } from './return-codes.js';
import { holdStatement, keysOf, keysRead, type StoredKey } from './stored.js';
import { WrappedKeys } from './wrapped-keys.js';

/** Texts encrypted before the transaction: what the timeline keeps of them, and what to write with it. */
export interface Sealed {
  /** In the order of the texts given. */
  readonly refs: readonly TextRef[];
  /** `now` is the domain time of the command. */
  statements(now: Instant): Statement[];
}

/** Thrown when texts are to go into a compartment that the writer's ground does not reach, or of an unknown case. */
export class NoSuchCompartment extends Error {
  override readonly name = 'NoSuchCompartment';
}

type Keys = ReadonlyMap<Compartment, DataKey>;
type Prelude = (now: Instant) => Statement[];

const nothing: Prelude = () => [];

/** Where a person's words are kept. All encryption and every call for a key happens here, outside transactions. */
@Injectable()
export class Vault {
  private readonly wrapped = new WrappedKeys();

  constructor(
    private readonly database: Database,
    private readonly keys: DataKeys,
    private readonly index: BlindIndex,
    private readonly returns: ReturnCodes,
    private readonly installation: InstallationKeys,
    private readonly readingRoom: ReadingRoom,
  ) {}

  /** Keys for all seven compartments of a case that is being opened. */
  newCaseKeys(caseId: Uuid): Promise<CaseKeys> {
    return this.keys.forNewCase(caseId);
  }

  /** Seals the texts of the opening; its statements add the keys of the case too. */
  async sealNew(caseId: Uuid, procedureId: Uuid, texts: readonly VaultText[]): Promise<Sealed> {
    const made = await this.newCaseKeys(caseId);
    return this.sealed(caseId, procedureId, texts, made.keys, (now) => made.statements(now));
  }

  /**
   * Seals texts for a case that exists, under the writer's identity. A shredded compartment gets a new key.
   * Throws NoSuchCompartment, DatabaseError, CannotDecrypt.
   */
  async seal(
    as: DatabaseIdentity,
    caseId: Uuid,
    procedureId: Uuid,
    texts: readonly VaultText[],
  ): Promise<Sealed> {
    if (texts.length === 0) return { refs: [], statements: () => [] };
    const wanted = [...new Set(texts.map(({ compartment }) => compartment))];
    const stored = this.wrapped.of(caseId, wanted) ?? (await this.readKeys(as, caseId, wanted));
    const held = await Promise.all(wanted.map((compartment) => this.keyFor(caseId, compartment, stored)));
    const keys = new Map(held.map(({ compartment, key }) => [compartment, key]));
    const unchanged = holdStatement(caseId, wanted, stored);
    return this.sealed(caseId, procedureId, texts, keys, (now) => [
      ...unchanged,
      ...held.flatMap(({ renewal }) => renewal(now)),
    ]);
  }

  /** A key that was held turned out to be shredded or renewed: the next sealing reads the keys again. */
  forget(caseId: Uuid): void {
    this.wrapped.forget(caseId);
  }

  /**
   * Opens what this person may open of the wanted compartments; `purpose` is a code such as `case-page`. The access
   * record is committed first: while it cannot be written the compartments stay shut and the answer says so.
   * Throws DatabaseError when the vault itself cannot be read.
   */
  open(
    identity: Identity,
    ground: Ground,
    caseId: Uuid,
    compartments: readonly Compartment[],
    purpose: string,
  ): Promise<Opened> {
    return this.readingRoom.open(identity, ground, caseId, compartments, purpose);
  }

  /** HMAC of a JSON value: recognises a repeated request, which may carry a person's words, and tells nothing else. */
  fingerprint(value: unknown): string {
    return createHmac('sha256', this.installation.requests).update(canonical(value), 'utf8').digest('hex');
  }

  /** The return code to show once, and how to store its hash. */
  returnCode(caseId: Uuid, seed: string): { readonly code: string; statement(now: Instant): Statement } {
    return this.returns.issue(caseId, seed);
  }

  /** The same code again for a repeated request, while it is unused. */
  returnCodeAgain(tx: Tx, caseId: Uuid, seed: string): Promise<string | undefined> {
    return this.returns.again(tx, caseId, seed);
  }

  private async readKeys(as: DatabaseIdentity, caseId: Uuid, wanted: readonly Compartment[]) {
    const stored = await this.database.inTransaction(as, async (tx) =>
      keysOf((await tx.batch([keysRead(caseId, wanted)]))[0]),
    );
    this.wrapped.keep(caseId, stored);
    return stored;
  }

  private async keyFor(caseId: Uuid, compartment: Compartment, stored: ReadonlyMap<Compartment, StoredKey>) {
    const row = stored.get(compartment);
    if (!row) throw new NoSuchCompartment(`${compartment} of case ${caseId}`);
    if (row.wrapped) {
      const key = await this.keys.unwrap(caseId, compartment, row.wrapped);
      return { compartment, key, renewal: nothing };
    }
    const { key, statement } = await this.keys.renew(caseId, compartment);
    return { compartment, key, renewal: (now: Instant) => [statement(now)] };
  }

  private sealed(
    caseId: Uuid,
    procedureId: Uuid,
    texts: readonly VaultText[],
    keys: Keys,
    before: Prelude,
  ): Sealed {
    const items = texts.map((text) => sealItem(caseId, text, keys.get(text.compartment) as DataKey));
    const index = this.index.statements(caseId, texts);
    return {
      refs: items.map(({ ciphertext: _, ...ref }) => ref),
      statements: (now) => [
        ...before(now),
        ...(items.length > 0 ? [itemsStatement(caseId, procedureId, items, now)] : []),
        ...index,
      ],
    };
  }
}
