import { Injectable } from '@nestjs/common';
import {
  checkpointKey,
  exportTimeline,
  type Entry,
  type Head,
  type RestrictedEntry,
  type TimelineExport,
} from '#libs/timeline';
import { code, one, words, type Compartment, type Facts, type Uuid, type Words } from '#libs/vocabulary';
import {
  accountNames,
  actingAs,
  BodiesService,
  Grounds,
  InstallationKeys,
  knowsProcedure,
  type Ground,
  type Identity,
  type Veil,
  Veils,
} from '../access/index.js';
import { Database, type Limits, type Tx } from '../platform/database/index.js';
import { Vault, type Opened } from '../vault/index.js';
import { bannersOf } from './banners.js';
import { CaseReadings, type CasePart } from './case-readings.js';
import { checkpointOf, checkpointReads } from './checkpoint-rows.js';
import { factsOf, newIds } from './case-facts.js';
import { caseReads, recordOf, type CaseRecord } from './case-rows.js';
import {
  instanceShown,
  nearest,
  procedureShown,
  noStarts,
  startsShown,
  type CaseHeader,
  type InstanceShown,
} from './header.js';
import { knownEntries, knowsInstance, seesSome } from './known-handoffs.js';
import { law } from './law.js';
import { metTogether, togetherReads } from './met-together.js';
import { mayGive } from './reading-only.js';
import { integrityOf, replay, type Integrity } from './replay.js';
import { CaseFault, type CommandResult } from './requests.js';
import { entryOf, entryReads } from './timeline-rows.js';
import { entryShown, restricted, type Names, type TimelineItem } from './timeline-shown.js';

export interface CommandAnswer {
  readonly revision: number;
  readonly entries: readonly TimelineItem[];
  readonly procedures: readonly InstanceShown[];
  /** Shown this once. */
  readonly returnCode?: string;
}

/**
 * Reading a case: every method finds the reader's ground first, and answers alike for no case and no ground. Who reads
 * what is on record before it is shown.
 */
@Injectable()
export class CaseReader {
  constructor(
    private readonly database: Database,
    private readonly grounds: Grounds,
    private readonly bodies: BodiesService,
    private readonly vault: Vault,
    private readonly veils: Veils,
    private readonly keys: InstallationKeys,
    private readonly readings: CaseReadings,
  ) {}

  /** @throws CaseFault `not-found` */
  async header(identity: Identity, caseId: Uuid): Promise<CaseHeader> {
    const read = async (tx: Tx, ground: Ground) => {
      const results = await tx.batch([...caseReads(caseId, { lock: false }), togetherReads(caseId)]);
      const record = recordOf(results);
      if (!record) throw new CaseFault('not-found');
      const header = await this.headerOf(identity, ground, record);
      const together = metTogether(results.at(-1));
      return together ? { ...header, together } : header;
    };
    return this.reading(identity, caseId, read, { part: 'case' });
  }

  /** `part`: what is read, null where that is no reading to record. @throws CaseFault `not-found` */
  async timeline(
    identity: Identity,
    caseId: Uuid,
    {
      after = 0,
      limit = 100,
      part = 'timeline',
    }: { after?: number; limit?: number; part?: CasePart | null } = {},
  ): Promise<{ items: TimelineItem[]; next?: number }> {
    const readEntries = async (tx: Tx, ground: Ground) => {
      const known = await this.knownTo(tx, identity, ground, caseId);
      const [read] = await tx.batch([entryReads(caseId, after, limit + 1)]);
      const entries = (read?.rows ?? []).map(entryOf);
      const names = await this.names(
        tx,
        await this.veils.of(identity, ground),
        entries.slice(0, limit).flatMap((entry) => entry.actor.id ?? []),
      );
      const items = entries.slice(0, limit).map((entry) => shown(known, entry, names));
      const next = entries.length > limit ? { next: items.at(-1)?.seq as number } : {};
      return { items, ...next };
    };
    return this.reading(identity, caseId, readEntries, { part });
  }

  /** A file that verifies without this installation. What the reader may not know stands in it as restricted. */
  async exportTimeline(identity: Identity, caseId: Uuid): Promise<TimelineExport> {
    return this.reading(
      identity,
      caseId,
      async (tx, ground) => {
        const known = await this.knownTo(tx, identity, ground, caseId);
        const { record, entries } = await this.whole(tx, caseId);
        const veil = await this.veils.of(identity, ground);
        const shown = entries.map((entry) =>
          known(entry) && !veil.covers(entry) ? entry : (restricted(entry) satisfies RestrictedEntry),
        );
        return exportTimeline({ id: caseId, number: record.row.number }, headOf(record), shown);
      },
      { part: 'export', limits: { snapshot: true } },
    );
  }

  /** Chain, checkpoints and replay, over all entries whatever the reader may know of them. */
  async verify(identity: Identity, caseId: Uuid): Promise<Integrity> {
    const { publicKey } = checkpointKey(this.keys.checkpoints);
    const compared = async (tx: Tx) => {
      const [kept] = await tx.batch([checkpointReads(caseId)]);
      const { record, entries } = await this.whole(tx, caseId);
      const checkpoints = (kept?.rows ?? []).map(checkpointOf);
      return integrityOf(law, record.view, headOf(record), entries, { checkpoints, publicKey });
    };
    return this.reading(identity, caseId, compared, { limits: { snapshot: true } });
  }

  /** The words of the person, by compartment. The access record is committed before any of them is read. */
  async openCompartments(
    identity: Identity,
    caseId: Uuid,
    compartments: readonly Compartment[],
    purpose: string,
  ): Promise<Opened> {
    const ground = await this.groundOrNothing(identity, caseId);
    return this.vault.open(identity, ground, caseId, compartments, purpose);
  }

  /**
   * The answer to a command: its entries and the procedures it changed, as the caller may know them now. Read from
   * what was just written; nothing where the command ended her own participation.
   */
  async answer(identity: Identity, result: CommandResult): Promise<CommandAnswer> {
    const { caseId, firstSeq, lastSeq, revision, once, written } = result;
    const level = written?.participants[identity.bodyId];
    const ground: Ground | null = level
      ? { kind: 'participation', level }
      : await this.grounds.of(identity, caseId);
    if (!ground) return { revision, entries: [], procedures: [], ...once };
    if (!written || seesSome({ identity, ground }))
      return { revision, ...(await this.again(identity, caseId, firstSeq, lastSeq)), ...once };
    const bodies = new Map((await this.bodies.all()).map((body) => [body.id, body]));
    const veil = await this.veils.of(identity, ground);
    const names = { bodies, veil, people: new Map([[identity.accountId, identity.name]]) };
    const known = ({ procedure }: Entry) => mayKnow(identity, ground, procedure);
    const entries = written.entries.map((entry) => shown(known, entry, names));
    const changed = written.changed.filter((instance) => mayKnow(identity, ground, instance.type));
    return {
      revision,
      entries,
      procedures: changed.map((instance) => instanceShown(law, veil.over(instance))),
      ...once,
    };
  }

  /** The same for a key seen before, as it stood after the last entry. All is hers: no reading to record. */
  private async again(identity: Identity, caseId: Uuid, firstSeq: number, lastSeq: number) {
    const range = { after: firstSeq - 1, limit: lastSeq - firstSeq + 1, part: null };
    const { items } = await this.timeline(identity, caseId, range);
    const touched = new Set(items.flatMap((item) => ('restricted' in item ? [] : [item.procedureId])));
    const procedures = await this.reading(identity, caseId, async (tx, ground) => {
      const { entries } = await this.whole(tx, caseId);
      const then = replay(
        law,
        caseId,
        entries.filter(({ seq }) => seq <= lastSeq),
      );
      const veil = await this.veils.of(identity, ground);
      return then.instances
        .filter((instance) => touched.has(instance.id))
        .filter((one) => mayKnow(identity, ground, one.type) && knowsInstance({ identity, ground }, one))
        .map((instance) => instanceShown(law, veil.over(instance)));
    });
    return { entries: items, procedures };
  }

  ground = (identity: Identity, caseId: Uuid): Promise<Ground | null> => this.grounds.of(identity, caseId);

  private async headerOf(identity: Identity, ground: Ground, record: CaseRecord): Promise<CaseHeader> {
    const { row, view } = record;
    const facts = await this.factsFor(identity, record);
    const veil = await this.veils.of(identity, ground);
    const file = one(view, 'caseFile');
    const known = view.instances.filter(
      (instance) => mayKnow(identity, ground, instance.type) && knowsInstance({ identity, ground }, instance),
    );
    const procedures = known
      .map((instance) => procedureShown(law, view, instance, facts))
      .map((shown) => ({
        ...shown,
        context: veil.over(shown.context),
        allowed: shown.allowed.filter(({ command }) =>
          mayGive(ground.kind, { procedure: shown.type, command }),
        ),
      }));
    const level = ground.kind === 'participation' ? ground.level : null;
    const starts = level === 'full' || level === 'serving' ? startsShown(law, view, facts) : noStarts;
    const next = nearest(procedures, code(file?.context, 'ageStatus'));
    const { id: bodyId, name: body } = veil.body(await this.bodyOf(row.ownerBodyId));
    const owner = { bodyId, body, officerId: veil.id(row.ownerOfficerId) };
    return {
      id: row.id,
      number: row.number,
      revision: row.revision,
      owner,
      ageStatus: code(file?.context, 'ageStatus') ?? '',
      ground: ground.kind,
      level,
      banners: bannersOf(view, (procedure) => mayKnow(identity, ground, procedure)),
      procedures,
      startable: starts.startable,
      blockedStarts: starts.blockedStarts.filter(({ procedure }) => mayKnow(identity, ground, procedure)),
      ...(next ? { nextDeadline: next } : {}),
      now: record.now,
    };
  }

  private async factsFor(identity: Identity, record: CaseRecord): Promise<Facts> {
    const actor = { id: identity.accountId, role: identity.role, bodyId: identity.bodyId };
    const bySystem = identity.via === 'token';
    return factsOf({ record, actor, bySystem, bodies: await this.bodies.all(), ids: newIds() });
  }

  private async bodyOf(id: Uuid): Promise<{ id: Uuid; name: Words }> {
    return (await this.bodies.byId(id)) ?? { id, name: words(id, id) };
  }

  private async whole(tx: Tx, caseId: Uuid) {
    const results = await tx.batch([...caseReads(caseId, { lock: false }), entryReads(caseId)]);
    const record = recordOf(results);
    if (!record) throw new CaseFault('not-found');
    return { record, entries: (results.at(-1)?.rows ?? []).map(entryOf) };
  }

  /** By the table, and of handoffs and placements only those that concern the reader where she does not see all. */
  private async knownTo(tx: Tx, identity: Identity, ground: Ground, caseId: Uuid): Promise<Known> {
    const concerns = await knownEntries(tx, { identity, ground }, caseId);
    const veil = await this.veils.of(identity, ground);
    const house = identity.bodyKind === 'shelter';
    const ofOther = (entry: Entry) => house && entry.procedure === 'placement' && veil.covers(entry);
    return (entry) => mayKnow(identity, ground, entry.procedure) && concerns(entry) && !ofOther(entry);
  }

  private async names(tx: Tx, veil: Veil, accountIds: readonly Uuid[]): Promise<Names> {
    const bodies = new Map((await this.bodies.all()).map((body) => [body.id, body]));
    return { bodies, veil, people: await accountNames(tx, accountIds) };
  }

  private async reading<T>(
    identity: Identity,
    caseId: Uuid,
    work: (tx: Tx, ground: Ground) => Promise<T>,
    { part, limits }: { part?: CasePart | null; limits?: Partial<Limits> } = {},
  ): Promise<T> {
    const ground = await this.groundOrNothing(identity, caseId);
    if (part) await this.readings.note(identity, ground, caseId, part);
    const other = ground.kind === 'participation' ? undefined : caseId;
    return this.database.inTransaction(actingAs(identity, other), (tx) => work(tx, ground), limits);
  }

  private async groundOrNothing(identity: Identity, caseId: Uuid): Promise<Ground> {
    const ground = await this.grounds.of(identity, caseId);
    if (!ground) throw new CaseFault('not-found');
    return ground;
  }
}

const headOf = ({ row }: CaseRecord): Head => ({ seq: row.headSeq, hash: row.headHash });

type Known = (entry: Entry) => boolean;

const shown = (known: Known, entry: Entry, names: Names): TimelineItem =>
  known(entry) ? entryShown(law, entry, names) : restricted(entry);

const mayKnow = (identity: Identity, ground: Ground, procedure: string): boolean =>
  knowsProcedure(identity.role, ground, procedure);
