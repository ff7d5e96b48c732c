import { Injectable, Logger } from '@nestjs/common';
import type { Compartment, Uuid } from '#libs/vocabulary';
import { AccessRecords, actingAs, type Ground, type Identity } from '../access/index.js';
import { CannotDecrypt, Database, DatabaseError } from '../platform/index.js';
import { type DataKey, DataKeys } from './data-keys.js';
import { openItem } from './items.js';
import { reachOf } from './reach.js';
import { itemsOf, itemsRead, keysOf, keysRead, type StoredItem, type StoredKey } from './stored.js';

/** A text in the clear. `createdAt` is domain time. */
export interface OpenText extends Omit<StoredItem, 'ciphertext'> {
  readonly value: string;
}

/**
 * Why a compartment stays shut: not for this role or ground; sealed; shredded for good; or the access record could
 * not be written (try later).
 */
export type Shut =
  | { readonly restricted: true }
  | { readonly sealed: true }
  | { readonly shredded: true }
  | { readonly unavailable: true };

export interface Opened {
  /** Oldest first within each ground. */
  readonly texts: readonly OpenText[];
  /** Every wanted compartment that did not open. */
  readonly shut: Readonly<Partial<Record<Compartment, Shut>>>;
  /** Items whose ciphertext or key was changed or moved: nothing of them is shown. */
  readonly damaged: readonly Uuid[];
}

/** Compartments to open by one ground; `grantId` where that ground is break-glass. */
interface Reading {
  readonly identity: Identity;
  readonly caseId: Uuid;
  readonly compartments: readonly Compartment[];
  readonly purpose: string;
  readonly grantId?: Uuid;
}

const restricted: Shut = { restricted: true };

/** The reading side of the vault: need-to-know, then the access record, then the key, then the words. */
@Injectable()
export class ReadingRoom {
  private readonly logger = new Logger(ReadingRoom.name);

  constructor(
    private readonly database: Database,
    private readonly records: AccessRecords,
    private readonly keys: DataKeys,
  ) {}

  async open(
    identity: Identity,
    ground: Ground,
    caseId: Uuid,
    compartments: readonly Compartment[],
    purpose: string,
  ): Promise<Opened> {
    const { own, granted, beyond, grantId } = reachOf(identity.role, ground, compartments);
    const base = { identity, caseId, purpose };
    const opened = await Promise.all([
      this.read({ ...base, compartments: own }),
      this.read({ ...base, compartments: granted, ...(grantId ? { grantId } : {}) }),
    ]);
    return {
      texts: opened.flatMap((one) => one.texts),
      shut: Object.assign(allShut(beyond, restricted), ...opened.map((one) => one.shut)) as Opened['shut'],
      damaged: opened.flatMap((one) => one.damaged),
    };
  }

  private async read(reading: Reading): Promise<Opened> {
    if (reading.compartments.length === 0) return { texts: [], shut: {}, damaged: [] };
    const recorded = await this.record(reading);
    if (recorded !== 'yes') return { texts: [], shut: allShut(reading.compartments, recorded), damaged: [] };
    const { identity, caseId, compartments, grantId } = reading;
    const as = actingAs(identity, grantId ? caseId : undefined);
    const [keyRows, itemRows] = await this.database.inTransaction(as, (tx) =>
      tx.batch([keysRead(caseId, compartments), itemsRead(caseId, compartments)]),
    );
    return this.unlock(reading, keysOf(keyRows), itemsOf(itemRows));
  }

  /** Commits the access record; anything but `yes` is why the compartments stay shut. */
  private async record({ identity, caseId, compartments, purpose, grantId }: Reading): Promise<'yes' | Shut> {
    const access = { caseId, what: 'compartments', compartments, detail: purpose };
    try {
      if (!grantId) await this.records.add(identity, { ...access, ground: 'participation' });
      else if (!(await this.records.addUnderGrant(identity, { ...access, ground: 'breakGlass' }, grantId))) {
        return restricted;
      }
      return 'yes';
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      this.logger.error(`access record not written, compartments stay shut (${error.kind})`);
      return { unavailable: true };
    }
  }

  private async unlock(
    reading: Reading,
    keys: ReadonlyMap<Compartment, StoredKey>,
    items: readonly StoredItem[],
  ): Promise<Opened> {
    const shut: Partial<Record<Compartment, Shut>> = {};
    const texts: OpenText[] = [];
    const damaged: Uuid[] = [];
    for (const compartment of reading.compartments) {
      const row = keys.get(compartment);
      const why = whyShut(row, reading.grantId !== undefined);
      if (why || !row?.wrapped) {
        shut[compartment] = why ?? restricted;
        continue;
      }
      const key = await this.unwrap(reading.caseId, compartment, row.wrapped);
      for (const stored of items.filter((item) => item.compartment === compartment)) {
        const text = key && inTheClear(reading.caseId, stored, key);
        if (text) texts.push(text);
        else damaged.push(stored.item);
      }
    }
    return { texts, shut, damaged };
  }

  private async unwrap(
    caseId: Uuid,
    compartment: Compartment,
    wrapped: Buffer,
  ): Promise<DataKey | undefined> {
    return this.keys.unwrap(caseId, compartment, wrapped).catch(nothingIfDamaged);
  }
}

/** A compartment whose key row the row policies hide is not for this reader. */
function whyShut(row: StoredKey | undefined, underGrant: boolean): Shut | undefined {
  if (!row) return restricted;
  if (!row.wrapped) return { shredded: true };
  return row.sealed && !underGrant ? { sealed: true } : undefined;
}

function inTheClear(caseId: Uuid, { ciphertext, ...item }: StoredItem, key: DataKey): OpenText | undefined {
  try {
    return { ...item, value: openItem(caseId, { ...item, ciphertext }, key) };
  } catch (error) {
    return nothingIfDamaged(error);
  }
}

function nothingIfDamaged(error: unknown): undefined {
  if (!(error instanceof CannotDecrypt)) throw error;
  return undefined;
}

function allShut(compartments: readonly Compartment[], why: Shut): Partial<Record<Compartment, Shut>> {
  return Object.fromEntries(compartments.map((compartment) => [compartment, why]));
}
