import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { refuse } from '#libs/vocabulary';
import { actingAs, Grounds, type Identity } from '../access/index.js';
import {
  DatabaseError,
  Lanes,
  nobody,
  SweepDatabase,
  type Identity as DatabaseIdentity,
} from '../platform/database/index.js';
import { NoSuchCompartment, Vault } from '../vault/index.js';
import type { CarriedFloor } from './carried-floor.js';
import type { CarriedPlacement } from './carried-placement.js';
import { Carrying } from './carrying.js';
import { placed } from './compartments.js';
import { newIds } from './case-facts.js';
import { Corrections } from './corrections.js';
import { law } from './law.js';
import { mayGive } from './reading-only.js';
import type { Alongside, Prepared } from './prepared.js';
import {
  CaseFault,
  type ClockRequest,
  type CommandRequest,
  type CommandResult,
  type OpenRequest,
} from './requests.js';
import { UnderLock } from './under-lock.js';
import { readWish } from './wish.js';

/**
 * The one door. Whatever changes a case comes through here as a command: from a person, from the clock, from a
 * partner's answer. Each is decided under the lock of its case and committed whole or not at all.
 */
@Injectable()
export class CaseRoom {
  constructor(
    private readonly lanes: Lanes,
    private readonly sweep: SweepDatabase,
    private readonly grounds: Grounds,
    private readonly vault: Vault,
    private readonly underLock: UnderLock,
    private readonly carrying: Carrying,
    private readonly corrections: Corrections,
  ) {}

  /** Opens a case. The same key and data give the same case. @throws CaseFault */
  async open(identity: Identity, request: OpenRequest): Promise<CommandResult> {
    const caseId = randomUUID();
    const { data, happenedAt, lateReason } = request;
    const asked = { procedure: 'caseFile', command: 'open', data, happenedAt, lateReason };
    const ids = newIds();
    const wish = readWish(law, asked);
    if (wish.faults.length > 0) throw new CaseFault('invalid-data', { fields: wish.faults });
    const sealed = await this.vault.sealNew(caseId, ids[0], placed(identity, asked, wish.data.texts));
    const prepared = { wish, sealed, ids, fingerprint: this.fingerprint(asked) };
    return once(() =>
      this.lanes.run({
        identity: actingAs(identity),
        key: caseId,
        work: (tx) => this.underLock.open(tx, identity, request, caseId, prepared),
      }),
    );
  }

  /** @throws CaseFault */
  async execute(identity: Identity, request: CommandRequest): Promise<CommandResult> {
    try {
      return await this.executeOnce(identity, request);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      if (error.kind === 'foreign-key')
        throw new CaseFault('refused', { refusal: refuse('unknown-reference') });
      if (error.kind === 'exclusion') throw new CaseFault('refused', { refusal: refuse('bed-taken') });
      if (error.kind !== 'serialization') throw error;
      this.vault.forget(request.caseId);
      return this.executeOnce(identity, request);
    }
  }

  private async executeOnce(identity: Identity, request: CommandRequest): Promise<CommandResult> {
    const prepared = await this.prepared(identity, request);
    try {
      return await this.attempt(actingAs(identity), identity, request, prepared);
    } catch (error) {
      if (!(error instanceof CaseFault) || error.code !== 'not-found') throw error;
      const ground = await this.grounds.of(identity, request.caseId);
      if (!ground || ground.kind === 'participation') throw error;
      if (!mayGive(ground.kind, request)) throw new CaseFault('refused', { refusal: refuse('reading-only') });
      return this.attempt(actingAs(identity, request.caseId), identity, request, prepared);
    }
  }

  /** The way back of who refused: the code she kept is the ground, and is spent with the command. @throws CaseFault */
  async comeBack(identity: Identity, request: CommandRequest, alongside: Alongside): Promise<CommandResult> {
    const prepared = { ...(await this.prepared(identity, request)), alongside };
    return this.attempt(actingAs(identity, request.caseId), identity, request, prepared);
  }

  /** The clock's own command. It stands in the timeline with the time it was due. @throws CaseFault `refused` when stale or early. */
  clock(request: ClockRequest): Promise<CommandResult> {
    return this.sweep.inTransaction(nobody, (tx) => this.underLock.clock(tx, request));
  }

  /** Gives a person the floor of a voided duplicate in the case that remains; once. @throws CaseFault */
  carryPlacement(placement: CarriedPlacement): Promise<void> {
    return this.sweep.inTransaction(nobody, (tx) => this.carrying.carryPlacement(tx, placement));
  }

  carryFloor(floor: CarriedFloor): Promise<void> {
    return this.sweep.inTransaction(nobody, (tx) => this.carrying.carry(tx, floor));
  }

  /** Encrypts before the transaction. Whether the caller may know the case is settled inside it. */
  private async prepared(identity: Identity, request: CommandRequest): Promise<Prepared> {
    const wish = readWish(law, request);
    const ids = newIds();
    const { codes, texts: told } = wish.data;
    const words = await this.corrections.placed(identity, request, codes['entrySeq'], told);
    const texts = placed(identity, request, words);
    const { idempotencyKey: _, expectedRevision: __, ...asked } = request;
    const procedureId = request.procedureId ?? ids[0];
    const sealed = await this.vault
      .seal(actingAs(identity, request.caseId), request.caseId, procedureId, texts)
      .catch(hidden);
    return { wish, sealed, ids, fingerprint: this.fingerprint(asked) };
  }

  private attempt(
    as: DatabaseIdentity,
    identity: Identity,
    request: CommandRequest,
    prepared: Prepared,
  ): Promise<CommandResult> {
    return once(() =>
      this.lanes.run({
        identity: as,
        key: request.caseId,
        work: (tx) => this.underLock.execute(tx, identity, request, prepared),
      }),
    );
  }

  /** Of the request as JSON: what is not set does not count. */
  private fingerprint(asked: object): string {
    return this.vault.fingerprint(JSON.parse(JSON.stringify(asked)));
  }
}

/** A compartment that does not exist for the writer is a case that does not exist for her. */
function hidden(error: unknown): never {
  throw error instanceof NoSuchCompartment ? new CaseFault('not-found') : error;
}

/** Two requests with one key at the same time: the second finds the receipt of the first. */
async function once(work: () => Promise<CommandResult>): Promise<CommandResult> {
  try {
    return await work();
  } catch (error) {
    const twin = error instanceof DatabaseError && error.constraint === 'command_receipts_pkey';
    if (!twin) throw error;
    return work();
  }
}
