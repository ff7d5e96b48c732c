import { Injectable } from '@nestjs/common';
import { type Compartment, type Uuid } from '#libs/vocabulary';
import type { Identity } from '../../access/index.js';
import { CaseFault, CaseReader, CaseRoom, wordsOf, type CommandRequest } from '../../cases/index.js';
import type { Shut } from '../../vault/index.js';
import { Problem, problemOfCase, type Instead } from '../front-desk/index.js';

/** What is said before any instance is looked at. */
const openReasons = new Set(['not-for-your-role', 'reading-only', 'handoff-not-accepted']);

type Person = Shut | Readonly<Record<string, string>>;

/** Between the controllers and the case room: what comes back is read again through need-to-know. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly room: CaseRoom,
    private readonly reader: CaseReader,
  ) {}

  /** Codes and clocks, and the person where she may be known: reading her is on record first. */
  async header(who: Identity, caseId: Uuid) {
    const header = await this.reader.header(who, caseId);
    return { ...header, person: await this.person(who, caseId) };
  }

  /** Her identity by field, the latest words of each; or why it stays shut. Codes and clocks show all the same. */
  private async person(who: Identity, caseId: Uuid): Promise<Person> {
    const { texts, shut } = await this.reader.openCompartments(who, caseId, ['identity'], 'case-page');
    return shut.identity ?? Object.fromEntries(texts.map(({ field, value }) => [field, value]));
  }

  /** @throws Problem 412 with what changed since, as far as the caller may know it. */
  async command(who: Identity, request: CommandRequest) {
    const result = await this.room
      .execute(who, request)
      .catch((fault: unknown) => this.explained(who, request, fault));
    return this.reader.answer(who, result);
  }

  /** Says to this caller what changed since she looked, or what she may do instead. */
  private async explained(who: Identity, request: CommandRequest, fault: unknown): Promise<never> {
    if (!(fault instanceof CaseFault)) throw fault;
    const { changedSince } = fault.detail;
    await this.assertShown(who, request, fault);
    if (changedSince) {
      const { from, to, revision } = changedSince;
      const changes = await this.latest(who, request, Math.min(Math.max(1, to - from), 20));
      throw new Problem(412, 'changed-since-you-looked', { more: { revision, changes } });
    }
    const problem = problemOfCase(fault);
    throw problem.status === 409 ? problemOfCase(fault, await this.instead(who, request)) : problem;
  }

  /** A refusal about an instance that the caller is not shown says no more than one about an instance that is not there. */
  private async assertShown(
    who: Identity,
    request: CommandRequest,
    { code, detail }: CaseFault,
  ): Promise<void> {
    const { procedure, procedureId } = request;
    const tells = code === 'changed-since-you-looked' || detail.refusal?.code === 'not-allowed-in-this-state';
    const refused = code === 'refused' && !openReasons.has(detail.refusal?.code ?? '');
    if (!tells && !(refused && procedureId)) return;
    const { procedures, startable } = await this.reader.header(who, request.caseId);
    const shown = procedures.some(({ id, type }) => (procedureId ? id === procedureId : type === procedure));
    const starts = !procedureId && startable.some((one) => one.procedure === procedure);
    if (!shown && !starts)
      throw new Problem(404, 'no-such-procedure', { detail: wordsOf({ code: 'no-such-procedure' }) });
  }

  /**
   * What she may do with the procedure that she addressed, or with any of its kind where she named none; where none has
   * started, how she may start it.
   */
  private async instead(who: Identity, { caseId, procedure, procedureId }: CommandRequest): Promise<Instead> {
    const { procedures, startable } = await this.reader.header(who, caseId);
    const addressed = procedures.filter(({ id, type }) =>
      procedureId ? id === procedureId : type === procedure,
    );
    const may =
      addressed.length > 0
        ? addressed.flatMap(({ allowed }) => allowed)
        : startable.filter((one) => one.procedure === procedure);
    return { shown: addressed[0], allowed: [...new Set(may.map(({ command }) => command))] };
  }

  /** The last entries of the instance, or of the whole case, that the caller may know. */
  private async latest(who: Identity, { caseId, procedureId }: CommandRequest, count: number) {
    const { items } = await this.reader.timeline(who, caseId, { after: 0, limit: 10_000, part: 'case' });
    const known = items.flatMap((item) => ('restricted' in item ? [] : [item]));
    return known
      .filter((entry) => procedureId === undefined || entry.procedureId === procedureId)
      .slice(-count)
      .map(({ seq, procedure, command, past, to, toLabel, recordedAt }) => ({
        seq,
        procedure,
        command,
        past,
        to,
        toLabel,
        recordedAt,
      }));
  }

  /** The words of one compartment, on record before they are read. */
  async compartment(who: Identity, caseId: Uuid, compartment: Compartment, purpose: string) {
    const opened = await this.reader.openCompartments(who, caseId, [compartment], purpose);
    const shut = opened.shut[compartment];
    const texts = opened.texts.map(({ item, procedureId, field, value, createdAt }) => ({
      id: item,
      procedureId,
      field,
      value,
      recordedAt: createdAt.toISOString(),
    }));
    return {
      compartment,
      ...(shut ?? { texts }),
      ...(opened.altered.length > 0 ? { altered: opened.altered } : {}),
    };
  }
}
