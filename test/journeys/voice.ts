import { verifyExport } from '#libs/timeline';
import type { Client } from '../support/client.js';
import type { Story } from './story.js';
import {
  known,
  personOf,
  type CaseSeen,
  type Deadline,
  type HandoffSeen,
  type Item,
  type Problem,
  type ProcedureSeen,
  type ToldEntry,
} from './seen.js';

interface Giving {
  readonly happenedAt?: string;
  readonly lateReason?: string;
  /** The handoff spoken of, by its purpose. */
  readonly handoff?: string;
  /** The procedure spoken of, where there are several of its kind. */
  readonly procedureId?: string | undefined;
}

/** Somebody of the demo, and what the interface answers her about the case of the story. */
export class Voice {
  constructor(
    private readonly story: Story,
    readonly client: Client,
  ) {}

  get bodyId(): string {
    return this.client.user?.body.id ?? '';
  }

  /** Opens the case that the story goes on with, and gives its id. */
  async opens(data: Readonly<Record<string, unknown>>): Promise<string> {
    const encounteredAt = data['encounteredAt'] ?? (await this.story.now());
    const { status, body } = await this.client.open({ ...data, encounteredAt });
    if (status !== 201) throw new Error(`The case was not opened: ${JSON.stringify(body)}`);
    this.story.caseId = body.id;
    return body.id;
  }

  /** Gives a command, written `identification.presume`, which must be taken; the entries that it made. */
  async does(command: string, data: object = {}, giving: Giving = {}): Promise<readonly ToldEntry[]> {
    const { status, body } = await this.give(command, data, giving);
    if (status !== 200) throw new Error(`${command}: ${status} ${JSON.stringify(body)}`);
    return (body as unknown as { entries: readonly Item[] }).entries.flatMap(known);
  }

  /** Gives a command that must not be taken; why not. */
  async isRefused(command: string, data: object = {}, giving: Giving = {}) {
    const { status, body } = await this.give(command, data, giving);
    if (status === 200) throw new Error(`${command} was taken`);
    const { code, until } = body as unknown as Problem;
    return { status, code, ...(until ? { until } : {}) };
  }

  /** A code that the answer shows once, e.g. the way back of who refused. */
  async isGiven(code: string, command: string, data: object = {}): Promise<string> {
    const { status, body } = await this.give(command, data, {});
    const shown = (body as Record<string, unknown>)[code];
    if (status !== 200 || typeof shown !== 'string')
      throw new Error(`${command}: ${status} ${JSON.stringify(body)}`);
    return shown;
  }

  private async give(command: string, data: object, { handoff, procedureId: named, ...claimed }: Giving) {
    const [procedure = '', name = ''] = command.split('.');
    const procedureId = handoff === undefined ? named : (await this.handoff(handoff)).id;
    const begins = procedure === 'handoff' || command === 'placement.request';
    const starts = begins && procedureId === undefined;
    const revision = starts ? { revision: (await this.looks()).revision } : {};
    const told = { ...claimed, ...revision, ...(procedureId ? { procedureId } : {}) };
    return this.client.give(this.story.caseId, procedure, name, data, told);
  }

  accepts = (purpose: string) => this.does('handoff.accept', {}, { handoff: purpose });

  /** The latest handoff of a purpose in either box of the own body. */
  async handoff(purpose: string): Promise<HandoffSeen> {
    const boxes = await Promise.all(
      ['in', 'out'].map((box) => this.client.get<{ items: HandoffSeen[] }>(`/handoffs?box=${box}`)),
    );
    const found = boxes
      .flatMap(({ body }) => body.items)
      .find((one) => one.caseId === this.story.caseId && one.purpose === purpose);
    if (!found) throw new Error(`No handoff for ${purpose} in the boxes`);
    return found;
  }

  /** The case as it is shown; throws where it is not. */
  async looks(): Promise<CaseSeen> {
    const { status, body } = await this.client.get<CaseSeen>(`/cases/${this.story.caseId}`);
    if (status !== 200) throw new Error(`The case is not shown: ${status}`);
    return body;
  }

  /** 404 for who has no ground; else the states by procedure and the person's name or why it stays shut. */
  async sees() {
    const { status, body } = await this.client.get<CaseSeen>(`/cases/${this.story.caseId}`);
    if (status !== 200) return status;
    const states = Object.fromEntries(
      body.procedures.filter(({ type }) => type !== 'handoff').map(({ type, state }) => [type, state]),
    );
    return { ...states, person: personOf(body.person) };
  }

  async state(procedure: string): Promise<string | undefined> {
    return (await this.procedure(procedure))?.state;
  }

  async deadline(procedure: string, name: string): Promise<Deadline | undefined> {
    return (await this.procedure(procedure))?.deadlines.find((one) => one.name === name);
  }

  private async procedure(type: string): Promise<ProcedureSeen | undefined> {
    return (await this.looks()).procedures.find((one) => one.type === type);
  }

  /** Why a command shows as blocked. */
  async blocked(command: string) {
    const [type = '', name = ''] = command.split('.');
    return (await this.procedure(type))?.blocked.find((one) => one.command === name)?.reason;
  }

  async timeline(): Promise<readonly Item[]> {
    const { body } = await this.client.get<{ items: Item[] }>(
      `/cases/${this.story.caseId}/timeline?limit=500`,
    );
    return body.items;
  }

  /** What was done, as `procedure.command`; what she may not know of stands as `restricted`. */
  async tells(): Promise<string[]> {
    return (await this.timeline()).map((item) =>
      'restricted' in item ? 'restricted' : `${item.procedure}.${item.command}`,
    );
  }

  /** The file that she can take away verifies, whatever of it she may not know. */
  async exportHolds(): Promise<boolean> {
    const { body } = await this.client.get(`/cases/${this.story.caseId}/timeline/export`);
    return verifyExport(body).ok;
  }

  /** What she reads in a compartment: values by field, or why it stays shut. */
  async reads(compartment: string): Promise<unknown> {
    const path = `/cases/${this.story.caseId}/compartments/${compartment}`;
    const { status, body } = await this.client.get<{ texts?: { field: string; value: string }[] }>(path);
    if (status !== 200) return status;
    if (!body.texts) return Object.keys(body).find((key) => key !== 'compartment');
    return Object.fromEntries(body.texts.map(({ field, value }) => [field, value]));
  }
}
