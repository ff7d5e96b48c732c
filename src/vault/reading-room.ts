import { Injectable, Logger } from '@nestjs/common';
import type { Compartment, Uuid } from '#libs/vocabulary';
import { AccessRecords, actingAs, type Ground, type Identity } from '../access/index.js';
import { CannotDecrypt, Database, DatabaseError } from '../platform/index.js';
import { type Altered, AlteredTexts } from './altered-texts.js';
import { goneOf, openedAsPromised, type OpenText } from './compared.js';
import { type DataKey, DataKeys } from './data-keys.js';
import { type Promised, promisedOf, promisedRead } from './promised.js';
import { reachOf } from './reach.js';
import { itemsOf, itemsRead, keysOf, keysRead, type StoredItem, type StoredKey } from './stored.js';

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
  /** Texts that are not those their entries were written with, or are gone: nothing of them is shown. */
  readonly altered: readonly Uuid[];
}

/** Compartments to open by one ground; `grantId` where that ground is break-glass. */
interface Reading {
  readonly identity: Identity;
  readonly caseId: Uuid;
  readonly compartments: readonly Compartment[];
  readonly purpose: string;
  readonly grantId?: Uuid;
}

/** What the database keeps of some compartments, and what the timeline says should be there. */
interface Kept {
  readonly keys: ReadonlyMap<Compartment, StoredKey>;
  readonly items: readonly StoredItem[];
  readonly promised: ReadonlyMap<Uuid, Promised>;
}

type Unlocked = Omit<Opened, 'altered'> & { readonly altered: readonly Altered[] };

const nothing: Opened = { texts: [], shut: {}, altered: [] };
const restricted: Shut = { restricted: true };

/** The reading side of the vault: need-to-know, then the access record, then the key, then the words. */
@Injectable()
export class ReadingRoom {
  private readonly logger = new Logger(ReadingRoom.name);

  constructor(
    private readonly database: Database,
    private readonly records: AccessRecords,
    private readonly keys: DataKeys,
    private readonly found: AlteredTexts,
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
      altered: opened.flatMap((one) => one.altered),
    };
  }

  private async read(reading: Reading): Promise<Opened> {
    if (reading.compartments.length === 0) return nothing;
    const recorded = await this.record(reading);
    if (recorded !== 'yes') return { ...nothing, shut: allShut(reading.compartments, recorded) };
    const { identity, caseId, compartments, grantId } = reading;
    const as = actingAs(identity, grantId ? caseId : undefined);
    const [keys, items, promised] = await this.database.inTransaction(as, (tx) =>
      tx.batch([
        keysRead(caseId, compartments),
        itemsRead(caseId, compartments),
        promisedRead(caseId, compartments),
      ]),
    );
    const kept = { keys: keysOf(keys), items: itemsOf(items), promised: promisedOf(promised) };
    const { altered, ...opened } = await this.unlock(reading, kept);
    await this.found.add(as, caseId, altered);
    return { ...opened, altered: altered.map(({ item }) => item) };
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

  private async unlock(reading: Reading, { keys, items, promised }: Kept): Promise<Unlocked> {
    const { compartments, grantId } = reading;
    const shut: Partial<Record<Compartment, Shut>> = {};
    const texts: OpenText[] = [];
    const altered: Altered[] = [];
    for (const compartment of compartments) {
      const row = keys.get(compartment);
      const why = whyShut(row, grantId !== undefined);
      if (why || !row?.wrapped) {
        shut[compartment] = why ?? restricted;
        continue;
      }
      // As it was written with, however the reader spelt it.
      const { caseId } = row;
      const note = (item: Uuid) => altered.push({ item, compartment, seq: promised.get(item)?.seq ?? null });
      const key = await this.unwrap(caseId, compartment, row.wrapped);
      for (const stored of items.filter((item) => item.compartment === compartment)) {
        const text = key && openedAsPromised(caseId, stored, key, promised.get(stored.item));
        if (text) texts.push(text);
        else note(stored.item);
      }
      goneOf(promised.values(), items, row).forEach(note);
    }
    return { texts, shut, altered };
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

function nothingIfDamaged(error: unknown): undefined {
  if (!(error instanceof CannotDecrypt)) throw error;
  return undefined;
}

function allShut(compartments: readonly Compartment[], why: Shut): Partial<Record<Compartment, Shut>> {
  return Object.fromEntries(compartments.map((compartment) => [compartment, why]));
}
