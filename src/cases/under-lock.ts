import { Injectable } from '@nestjs/common';
import { timeRules } from '#libs/procedures';
import { clockName, decide, type Decision, type Outcome } from '#libs/rulebook';
import { emptyHead } from '#libs/timeline';
import { refuse, type Actor, type CaseView, type Command, type Facts, type Uuid } from '#libs/vocabulary';
import { BodiesService, mayKnowProcedure, type Identity } from '../access/index.js';
import type { Tx } from '../platform/database/index.js';
import { beforeAccepting } from './before-accepting.js';
import { factsOf, newIds } from './case-facts.js';
import { caseReads, instant, recordOf, type CaseRecord } from './case-rows.js';
import { receiptAdded, receiptRead } from './case-writes.js';
import { Committing } from './committing.js';
import { FactSources } from './fact-sources.js';
import { assertKnownDistrict } from './known-districts.js';
import { law } from './law.js';
import { knowsInstance } from './known-handoffs.js';
import { lookedUp, lookedUpReads } from './looked-up.js';
import type { Prepared } from './prepared.js';
import {
  CaseFault,
  type ClockRequest,
  type CommandRequest,
  type CommandResult,
  type OpenRequest,
} from './requests.js';
import { sealedAgain } from './sealed-again.js';
import { commandOf, revisionAddressed } from './wish.js';

/** Inside the transaction: receipt seen? may you know? shape, revision, facts; then the rulebook, then the records. */
@Injectable()
export class UnderLock {
  constructor(
    private readonly bodies: BodiesService,
    private readonly sources: FactSources,
    private readonly committing: Committing,
  ) {}

  async open(
    tx: Tx,
    identity: Identity,
    request: OpenRequest,
    caseId: Uuid,
    prepared: Prepared,
  ): Promise<CommandResult> {
    const { codes } = prepared.wish.data;
    const [receipts, drawn, houses] = await tx.batch([
      receiptRead(identity.accountId, request.idempotencyKey),
      {
        name: 'number_drawn',
        text: `select now_domain() as now, nextval('case_numbers') as drawn`,
        values: [],
      },
      ...this.sources.reads('caseFile.open', codes, caseId),
    ]);
    const earlier = receipts?.rows[0];
    if (earlier) return this.committing.repeat(tx, earlier, prepared.fingerprint, seedOf(identity, request));
    await assertKnownDistrict(this.bodies, codes['district']);
    const now = instant(drawn?.rows[0]?.['now']);
    const number = `AZ-${now.slice(0, 4)}-${String(drawn?.rows[0]?.['drawn']).padStart(6, '0')}`;
    const record = newRecord(identity, caseId, number, now);
    const command: Command = { procedure: 'caseFile', command: 'open', data: codes };
    const looked = this.sources.fromRows('caseFile.open', houses);
    return this.accept(tx, identity, request, record, command, prepared, true, looked);
  }

  async execute(
    tx: Tx,
    identity: Identity,
    request: CommandRequest,
    prepared: Prepared,
  ): Promise<CommandResult> {
    const { wish } = prepared;
    const name = `${request.procedure}.${request.command}`;
    const reads = caseReads(request.caseId, { lock: true });
    const own = lookedUpReads(request, wish.data.codes);
    const results = await tx.batch([
      ...reads,
      receiptRead(identity.accountId, request.idempotencyKey),
      ...own,
      ...this.sources.reads(name, wish.data.codes, request.caseId),
    ]);
    const [receipts, ...found] = results.slice(reads.length);
    const earlier = receipts?.rows[0];
    if (earlier) return this.committing.repeat(tx, earlier, prepared.fingerprint, seedOf(identity, request));
    const record = recordOf(results);
    if (!record) throw new CaseFault('not-found');
    if (wish.faults.length > 0) throw new CaseFault('invalid-data', { fields: wish.faults });
    const command = commandOf(knownTo(identity, record), request, wish.starts, wish.data.codes);
    if (!prepared.alongside) assertKnown(identity, record, command);
    if (request.expectedRevision === undefined) throw new CaseFault('revision-required');
    const revision = revisionAddressed(record.view, record.row.revision, command);
    if (revision !== request.expectedRevision) {
      const changedSince = { from: request.expectedRevision, to: revision, revision };
      throw new CaseFault('changed-since-you-looked', { changedSince });
    }
    const looked = {
      ...lookedUp(request, own.length > 0 ? found[0] : undefined),
      ...this.sources.fromRows(name, found[own.length]),
    };
    return this.accept(tx, identity, request, record, command, prepared, false, looked);
  }

  async clock(tx: Tx, { caseId, procedureId, deadline }: ClockRequest): Promise<CommandResult> {
    const reads = caseReads(caseId, { lock: true });
    const name = `${deadline}Passed`;
    const results = await tx.batch([...reads, ...this.sources.reads(name, {}, caseId)]);
    const record = recordOf(results);
    const instance = record?.view.instances.find((i) => i.id === procedureId);
    if (!record || !instance) throw new CaseFault('not-found');
    const actor: Actor = { id: null, role: 'clock', bodyId: null };
    const due = instance.clocks[deadline]?.dueAt;
    const happenedAt = due && due <= record.now ? due : record.now;
    const facts = {
      ...factsOf({ record, actor, bodies: await this.bodies.all(), ids: newIds(), happenedAt }),
      ...this.sources.fromRows(name, results[reads.length]),
    };
    const command = { procedure: instance.type, procedureId, command: name, data: {} };
    return this.committing.commit(tx, record, decided(record.view, command, facts), { isNew: false });
  }

  private async accept(
    tx: Tx,
    identity: Identity,
    request: OpenRequest,
    record: CaseRecord,
    command: Command,
    { wish, sealed, ids, fingerprint, alongside }: Prepared,
    isNew: boolean,
    looked: Partial<Facts> = {},
  ): Promise<CommandResult> {
    const actor: Actor = { id: identity.accountId, role: identity.role, bodyId: identity.bodyId };
    const lateReasonGiven = Boolean(request.lateReason?.trim());
    const { happenedAt } = request;
    const bySystem = identity.via === 'token';
    const bodies = await this.bodies.all();
    const given = { record, actor, bySystem, bodies, ids, happenedAt, lateReasonGiven };
    const { codes } = wish.data;
    const known = factsOf(given);
    const facts = {
      ...known,
      ...this.sources.for(command.procedure, command.command, codes, record.view, known.happenedAt),
      ...looked,
      ...(alongside ? { returnCode: true } : {}),
    };
    const decision = decided(record.view, command, facts, { byCode: alongside !== undefined });
    const written = (sealed?.refs.length ?? 0) > 0;
    const own = { accountId: identity.accountId, key: request.idempotencyKey, requestHash: fingerprint };
    return this.committing.commit(
      tx,
      record,
      written ? sealedAgain(record.view, decision, facts) : decision,
      {
        isNew,
        sealed,
        alongside,
        seed: seedOf(identity, request),
        receipt: (answered) => receiptAdded({ ...own, caseId: record.row.id, ...answered }),
      },
    );
  }
}

/** What a code shown once is derived from, so that a repeated request gets the same. */
const seedOf = (identity: Identity, { idempotencyKey }: OpenRequest) =>
  `${identity.accountId}:${idempotencyKey}`;

function newRecord(identity: Identity, id: Uuid, number: string, now: string): CaseRecord {
  const { bodyId, accountId, via } = identity;
  const { seq: headSeq, hash: headHash } = emptyHead(id);
  const owned = {
    openedByBodyId: bodyId,
    ownerBodyId: bodyId,
    ownerOfficerId: via === 'token' ? null : accountId,
  };
  const row = { id, number, ...owned, revision: 0, headSeq, headHash };
  return { row, view: { id, instances: [] }, participants: {}, now };
}

/** A house addresses its own placement without saying which: of others it does not know. */
function knownTo(identity: Identity, { view, participants }: CaseRecord): CaseView {
  const level = participants[identity.bodyId];
  if (!level) return view;
  const reading = { identity, ground: { kind: 'participation', level } as const };
  return { ...view, instances: view.instances.filter((instance) => knowsInstance(reading, instance)) };
}

/** What a body in preview may not see it cannot move either, nor learn of by being refused. @throws CaseFault `refused` */
function assertKnown({ role, bodyId }: Identity, { participants }: CaseRecord, { procedure }: Command): void {
  if (participants[bodyId] !== 'preview') return;
  const known = (['preview', 'oversight'] as const).some((at) => mayKnowProcedure(role, at, procedure));
  if (!known) throw new CaseFault('refused', { refusal: refuse('no-such-procedure') });
}

/** @throws CaseFault `refused` */
function decided(view: CaseView, command: Command, facts: Facts, { byCode = false } = {}): Decision {
  const late = clockName(command.command) ? undefined : timeRules(view, facts, command.data);
  const opens = view.instances.length === 0;
  const early = byCode || opens || answersHandoff(command) ? undefined : beforeAccepting(view, facts);
  const outcome = late ?? early ?? inData(decide(law, view, command, facts));
  if (outcome.kind === 'refused') throw new CaseFault('refused', { refusal: outcome });
  return outcome;
}

/** Rules point into the data of their command; the caller reads the whole request. */
const inData = (outcome: Outcome): Outcome =>
  outcome.kind === 'refused' && outcome.pointer
    ? { ...outcome, pointer: `/data${outcome.pointer}` }
    : outcome;

/** Of a handoff that runs, or the command that answers it. To send one of one's own is to act in the case. */
const answersHandoff = ({ procedure, procedureId, command }: Command): boolean =>
  (procedure === 'handoff' && procedureId !== undefined) ||
  law.procedures[procedure]?.commands[command]?.answersHandoff === true;
