import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { type Compartment, compartments } from '#libs/vocabulary';
import { BreakGlassService, type DemoUsername, type Ground } from '../../src/access/index.js';
import { nobody, type Identity as DatabaseIdentity, type Statement } from '../../src/platform/index.js';
import { BlindIndex } from '../../src/vault/blind-index.js';
import { AlteredTexts } from '../../src/vault/altered-texts.js';
import { DataKeys } from '../../src/vault/data-keys.js';
import { ReadingRoom } from '../../src/vault/reading-room.js';
import { ReturnCodes } from '../../src/vault/return-codes.js';
import { type Opened, type Sealed, type TextRef, Vault, type VaultText } from '../../src/vault/index.js';
import { type DemoDesk, demoDesk, moment, signedIn } from './demo-desk.js';

export interface VaultDesk extends DemoDesk {
  readonly vault: Vault;
  readonly index: BlindIndex;
  readonly dataKeys: DataKeys;
  readonly glass: BreakGlassService;
  write(statements: readonly Statement[], as?: DatabaseIdentity): Promise<unknown>;
  /** Writes sealed texts with an entry that tells of them. */
  keep(caseId: string, procedureId: string, sealed: Sealed, as?: DatabaseIdentity): Promise<unknown>;
  /** A case with these texts, in which the clinic and the police (full) and the State Shelter (preview) take part. */
  caseWith(texts: readonly VaultText[]): Promise<{ id: string; number: string; refs: readonly TextRef[] }>;
  /** What this person reads now, on whatever ground she has. */
  read(username: DemoUsername, caseId: string, wanted?: readonly Compartment[]): Promise<Opened>;
  /** The words alone, sorted. */
  values(username: DemoUsername, caseId: string, wanted?: readonly Compartment[]): Promise<string[]>;
}

export const text = (compartment: Compartment, value: string, field = 'note'): VaultText => ({
  compartment,
  field,
  value,
});

export async function vaultDesk(): Promise<VaultDesk> {
  Logger.overrideLogger(false);
  const desk = await demoDesk();
  const { database, records, keys, provider, grounds } = desk;
  const dataKeys = new DataKeys(provider);
  const index = new BlindIndex(keys);
  const room = new ReadingRoom(database, records, dataKeys, new AlteredTexts(database));
  const vault = new Vault(database, dataKeys, index, new ReturnCodes(keys, database), keys, room);
  const write: VaultDesk['write'] = (statements, as = nobody) =>
    database.inTransaction(as, (tx) => tx.batch(statements));
  const read: VaultDesk['read'] = async (username, caseId, wanted = compartments) => {
    const identity = signedIn(username);
    const ground = (await grounds.of(identity, caseId)) as Ground;
    return vault.open(identity, ground, caseId, wanted, 'case-page');
  };
  const keep: VaultDesk['keep'] = (caseId, procedureId, { refs, statements }, as) =>
    write([...statements(moment), entryWith(caseId, procedureId, refs)], as);
  const caseWith: VaultDesk['caseWith'] = async (texts) => {
    const added = await desk.addCase({
      clinic: 'full',
      'police-baku-nasimi': 'full',
      'state-shelter': 'preview',
    });
    const procedureId = randomUUID();
    const sealed = await vault.sealNew(added.id, procedureId, texts);
    await keep(added.id, procedureId, sealed);
    return { ...added, refs: sealed.refs };
  };
  const values: VaultDesk['values'] = async (...of) =>
    (await read(...of)).texts.map(({ value }) => value).sort();
  const glass = new BreakGlassService(database, records, keys);
  return { ...desk, vault, index, dataKeys, glass, write, keep, read, values, caseWith };
}

/** A bare entry, as far as the vault looks at one. */
const entryWith = (caseId: string, procedureId: string, texts: readonly TextRef[]): Statement => ({
  text: `insert into timeline_entries (case_id, seq, type, version, recorded_at, happened_at, actor_role, procedure,
      procedure_id, machine, command, to_state, links, legal_basis, plan_version, payload, previous_hash, hash)
    select $1, 1 + count(*), 'transition', 1, $2, $2, 'clock', 'x', $3, 'x@1', 'x', 'x', '[{}]', '[]', 'x', $4, '', ''
    from timeline_entries where case_id = $1`,
  values: [caseId, moment, procedureId, JSON.stringify({ texts })],
});
