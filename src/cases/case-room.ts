import { Injectable } from '@nestjs/common';
import { emptyHead } from '#libs/timeline';
import { clockName, decide, type Decision } from '#libs/rulebook';
import { timeRules } from '#libs/procedures';
import {
  refuse,
  type Actor,
  type CaseView,
  type Command,
  type Facts,
  type Instant,
  type Uuid,
} from '#libs/vocabulary';
import { randomUUID } from 'node:crypto';
import { actingAs, BodiesService, Grounds, type Identity } from '../access/index.js';
import {
  Database,
  type Identity as DatabaseIdentity,
  DatabaseError,
  nobody,
  SweepDatabase,
  type Statement,
  type Tx,
} from '../platform/database/index.js';
import { crashPoint } from '../platform/crash-points/index.js';
import { NoSuchCompartment, Vault, type Sealed } from '../vault/index.js';
import { factsOf, newIds } from './case-facts.js';
import { caseReads, instant, recordOf, type CaseRecord } from './case-rows.js';
import { receiptAdded, receiptRead } from './case-writes.js';
import { EffectWriters } from './effect-writers.js';
import { FactSources } from './fact-sources.js';
import { law } from './law.js';
import { recordsOf } from './records.js';
import {
  CaseFault,
  type ClockRequest,
  type CommandRequest,
  type CommandResult,
  type OpenRequest,
} from './requests.js';
import { commandOf, readWish, revisionAddressed, type Wish } from './wish.js';

/** What is settled before the transaction: texts are encrypted, ids are drawn, the request has its fingerprint. */
interface Prepared {
  readonly wish: Wish;
  readonly sealed: Sealed;
  readonly ids: readonly Uuid[];
  readonly fingerprint: string;
  /** Written with the command, first: what a return code turns into. */
  readonly alongside?: Alongside;
}

type Alongside = (now: Instant) => readonly Statement[];

/**
 * The one door. Whatever changes a case comes through here as a command: from a person, from the clock, from a
 * partner's answer. Each is decided under the lock of its case and committed whole or not at all.
 */
@Injectable()
export class CaseRoom {
  constructor(
    private readonly database: Database,
    private readonly sweep: SweepDatabase,
    private readonly bodies: BodiesService,
    private readonly grounds: Grounds,
    private readonly vault: Vault,
    private readonly writers: EffectWriters,
    private readonly sources: FactSources,
  ) {}

  /** Opens a case. The same key and data give the same case. @throws CaseFault */
  async open(identity: Identity, request: OpenRequest): Promise<CommandResult> {
    const caseId = randomUUID();
    const asked = { procedure: 'caseFile', command: 'open', data: request.data };
    const ids = newIds();
    const wish = readWish(law, asked);
    if (wish.faults.length > 0) throw new CaseFault('invalid-data', { fields: wish.faults });
    const texts = [...wish.data.texts, ...lateText(request.lateReason)];
    const sealed = await this.vault.sealNew(caseId, ids[0] as Uuid, texts);
    const fingerprint = this.vault.fingerprint(
      JSON.parse(JSON.stringify({ ...asked, happenedAt: request.happenedAt ?? null })),
    );
    const prepared = { wish, sealed, ids, fingerprint };
    return this.once(() =>
      this.database.inTransaction(actingAs(identity), (tx) =>
        this.opened(tx, identity, request, caseId, prepared),
      ),
    );
  }

  /** @throws CaseFault */
  async execute(identity: Identity, request: CommandRequest): Promise<CommandResult> {
    const prepared = await this.prepared(identity, request);
    try {
      return await this.attempt(actingAs(identity), identity, request, prepared);
    } catch (error) {
      if (!(error instanceof CaseFault) || error.code !== 'not-found') throw error;
      const ground = await this.grounds.of(identity, request.caseId);
      if (!ground || ground.kind === 'participation') throw error;
      return this.attempt(actingAs(identity, request.caseId), identity, request, prepared);
    }
  }

  /** The way back of who refused: the code she kept is the ground, and is spent with the command. @throws CaseFault */
  async comeBack(identity: Identity, request: CommandRequest, alongside: Alongside): Promise<CommandResult> {
    const prepared = { ...(await this.prepared(identity, request)), alongside };
    return this.attempt(actingAs(identity, request.caseId), identity, request, prepared);
  }

  /** Encrypts before the transaction. Whether the caller may know the case is settled inside it. */
  private async prepared(identity: Identity, request: CommandRequest): Promise<Prepared> {
    const wish = readWish(law, request);
    const ids = newIds();
    const texts = wish.faults.length > 0 ? [] : [...wish.data.texts, ...lateText(request.lateReason)];
    const { idempotencyKey: _, expectedRevision: __, ...asked } = request;
    const fingerprint = this.vault.fingerprint(JSON.parse(JSON.stringify(asked)));
    const procedureId = request.procedureId ?? (ids[0] as Uuid);
    const sealed = await this.vault
      .seal(actingAs(identity, request.caseId), request.caseId, procedureId, texts)
      .catch(hidden);
    return { wish, sealed, ids, fingerprint };
  }

  private attempt(
    as: DatabaseIdentity,
    identity: Identity,
    request: CommandRequest,
    prepared: Prepared,
  ): Promise<CommandResult> {
    return this.once(() =>
      this.database.inTransaction(as, (tx) => this.executed(tx, identity, request, prepared)),
    );
  }

  /** The clock's own command. It stands in the timeline with the time it was due. @throws CaseFault `refused` when stale or early. */
  async clock({ caseId, procedureId, deadline }: ClockRequest): Promise<CommandResult> {
    return this.sweep.inTransaction(nobody, async (tx) => {
      const record = recordOf(await tx.batch(caseReads(caseId, { lock: true })));
      const instance = record?.view.instances.find((i) => i.id === procedureId);
      if (!record || !instance) throw new CaseFault('not-found');
      const actor: Actor = { id: null, role: 'clock', bodyId: null };
      const due = instance.clocks[deadline]?.dueAt;
      const happenedAt = due && due <= record.now ? due : record.now;
      const facts = factsOf({ record, actor, bodies: await this.bodies.all(), ids: newIds(), happenedAt });
      const command = { procedure: instance.type, procedureId, command: `${deadline}Passed`, data: {} };
      return this.write(tx, record, this.decided(record.view, command, facts), { isNew: false });
    });
  }

  private async opened(
    tx: Tx,
    identity: Identity,
    request: OpenRequest,
    caseId: Uuid,
    prepared: Prepared,
  ): Promise<CommandResult> {
    const reads = [
      receiptRead(identity.accountId, request.idempotencyKey),
      {
        name: 'number_drawn',
        text: `select now_domain() as now, nextval('case_numbers') as drawn`,
        values: [],
      },
    ];
    const [receipts, drawn] = await tx.batch(reads);
    const earlier = receipts?.rows[0];
    if (earlier) return this.repeated(tx, earlier, prepared.fingerprint, request.idempotencyKey, identity);
    const now = instant(drawn?.rows[0]?.['now']);
    const head = emptyHead(caseId);
    const number = `AZ-${now.slice(0, 4)}-${String(drawn?.rows[0]?.['drawn']).padStart(6, '0')}`;
    const owned = {
      openedByBodyId: identity.bodyId,
      ownerBodyId: identity.bodyId,
      ownerOfficerId: identity.accountId,
    };
    const row = { id: caseId, number, ...owned, revision: 0, headSeq: head.seq, headHash: head.hash };
    const record: CaseRecord = {
      row,
      view: { id: caseId, instances: [] },
      participants: {},
      conflicts: [],
      now,
    };
    const command: Command = { procedure: 'caseFile', command: 'open', data: prepared.wish.data.codes };
    return this.accept(tx, identity, request, record, command, prepared, true);
  }

  private async executed(
    tx: Tx,
    identity: Identity,
    request: CommandRequest,
    prepared: Prepared,
  ): Promise<CommandResult> {
    const results = await tx.batch([
      ...caseReads(request.caseId, { lock: true }),
      receiptRead(identity.accountId, request.idempotencyKey),
    ]);
    const earlier = results.at(-1)?.rows[0];
    if (earlier) return this.repeated(tx, earlier, prepared.fingerprint, request.idempotencyKey, identity);
    const record = recordOf(results);
    if (!record) throw new CaseFault('not-found');
    const { wish } = prepared;
    if (wish.faults.length > 0) throw new CaseFault('invalid-data', { fields: wish.faults });
    const command = commandOf(record.view, request, wish.starts, wish.data.codes);
    const revision = revisionAddressed(record.view, record.row.revision, command);
    if (revision !== request.expectedRevision) {
      throw new CaseFault('changed-since-you-looked', {
        changedSince: { from: request.expectedRevision, to: revision, revision },
      });
    }
    return this.accept(tx, identity, request, record, command, prepared, false);
  }

  private async accept(
    tx: Tx,
    identity: Identity,
    request: OpenRequest,
    record: CaseRecord,
    command: Command,
    { wish, sealed, ids, fingerprint, alongside }: Prepared,
    isNew: boolean,
  ): Promise<CommandResult> {
    const actor: Actor = { id: identity.accountId, role: identity.role, bodyId: identity.bodyId };
    const lateReasonGiven = Boolean(request.lateReason?.trim());
    const given = {
      record,
      actor,
      bodies: await this.bodies.all(),
      ids,
      happenedAt: request.happenedAt,
      lateReasonGiven,
    };
    const facts = {
      ...factsOf(given),
      ...this.sources.for(command.procedure, command.command, wish.data.codes, record.view, record.now),
    };
    const decision = this.decided(record.view, command, facts);
    const receipt = (firstSeq: number, lastSeq: number): Statement =>
      receiptAdded({
        accountId: identity.accountId,
        key: request.idempotencyKey,
        requestHash: fingerprint,
        caseId: record.row.id,
        firstSeq,
        lastSeq,
      });
    const seed = `${identity.accountId}:${request.idempotencyKey}`;
    return this.write(tx, record, decision, { isNew, sealed, receipt, seed, alongside });
  }

  private decided(view: CaseView, command: Command, facts: Facts): Decision {
    const late = clockName(command.command) ? undefined : timeRules(view, facts, command.data);
    const preview = facts.actor.bodyId !== null && facts.participants[facts.actor.bodyId] === 'preview';
    const outcome =
      late ??
      (preview && command.procedure !== 'handoff'
        ? refuse('handoff-not-accepted')
        : decide(law, view, command, facts));
    if (outcome.kind === 'refused') throw new CaseFault('refused', { refusal: outcome });
    return outcome;
  }

  private async write(
    tx: Tx,
    record: CaseRecord,
    decision: Decision,
    {
      isNew,
      sealed,
      receipt,
      seed,
      alongside,
    }: {
      isNew: boolean;
      sealed?: Sealed;
      receipt?: (first: number, last: number) => Statement;
      seed?: string;
      alongside?: Alongside | undefined;
    },
  ): Promise<CommandResult> {
    const { entries, row, statements } = recordsOf({
      law,
      record,
      decision,
      texts: sealed?.refs ?? [],
      writers: this.writers,
      isNew,
    });
    const firstSeq = record.row.headSeq + 1;
    const code = decision.steps.some((s) => s.effects.some((e) => e.type === 'seal' && e.returnCode));
    const once = code && seed ? this.vault.returnCode(row.id, seed) : undefined;
    const all = [
      ...(alongside?.(record.now) ?? []),
      ...statements,
      ...(sealed?.statements(record.now) ?? []),
      ...(once ? [once.statement(record.now)] : []),
      ...(receipt ? [receipt(firstSeq, row.headSeq)] : []),
    ];
    crashPoint('before-commit');
    await tx.commitWith(ordered(all));
    crashPoint('after-commit');
    const base = {
      caseId: row.id,
      number: row.number,
      revision: row.revision,
      firstSeq,
      lastSeq: firstSeq + entries.length - 1,
      repeated: false,
    };
    return once ? { ...base, once: { returnCode: once.code } } : base;
  }

  /** The answer to a key seen before. Nothing is written; a code shown once is derived again from the key. */
  private async repeated(
    tx: Tx,
    earlier: Record<string, unknown>,
    fingerprint: string,
    key: string,
    identity: Identity,
  ): Promise<CommandResult> {
    if (earlier['request_hash'] !== fingerprint) throw new CaseFault('idempotency-key-reused');
    const caseId = String(earlier['case_id']);
    const record = recordOf(await tx.batch(caseReads(caseId, { lock: false })));
    if (!record) throw new CaseFault('not-found');
    const { number, revision } = record.row;
    const base = {
      caseId,
      number,
      revision,
      firstSeq: Number(earlier['first_seq']),
      lastSeq: Number(earlier['last_seq']),
      repeated: true,
    };
    const code = await this.vault.returnCodeAgain(tx, caseId, `${identity.accountId}:${key}`);
    return code ? { ...base, once: { returnCode: code } } : base;
  }

  /** Two requests with one key at the same time: the second finds the receipt of the first. */
  private async once(work: () => Promise<CommandResult>): Promise<CommandResult> {
    try {
      return await work();
    } catch (error) {
      const twin = error instanceof DatabaseError && error.constraint === 'command_receipts_pkey';
      if (!twin) throw error;
      return work();
    }
  }
}

/** A compartment that does not exist for the writer is a case that does not exist for her. */
function hidden(error: unknown): never {
  throw error instanceof NoSuchCompartment ? new CaseFault('not-found') : error;
}

const lateText = (reason: string | undefined) =>
  reason?.trim() ? [{ field: 'lateReason', compartment: 'statement' as const, value: reason.trim() }] : [];

/** Participation that ends must be the last write of all: row-level security needs it for the rest. */
function ordered(statements: readonly Statement[]): Statement[] {
  const ends = (statement: Statement) => statement.name === 'participation_ended';
  return [...statements.filter((s) => !ends(s)), ...statements.filter(ends)];
}
