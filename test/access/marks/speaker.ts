import type { DemoUsername } from '../../../src/access/index.js';
import { demoPassword } from '../../support/application.js';
import { Client } from '../../support/client.js';
import type { Planting } from './planting.js';

interface HandoffSeen {
  readonly id: string;
  readonly caseId: string;
  readonly purpose: string;
}

interface PlacementSeen {
  readonly id: string;
  readonly type: string;
  readonly allowed: readonly { readonly command: string }[];
}

/** The case spoken of. */
export interface Spoken {
  caseId: string;
  number: string;
}

/** Somebody who fills every text of every command with a mark. */
export class Speaker {
  private constructor(
    readonly client: Client,
    private readonly planting: Planting,
    private readonly spoken: Spoken,
  ) {}

  static async signedIn(
    url: string,
    name: DemoUsername,
    planting: Planting,
    spoken: Spoken,
  ): Promise<Speaker> {
    return new Speaker(await Client.signedIn(url, name, demoPassword), planting, spoken);
  }

  get bodyId(): string {
    return this.client.user?.body.id ?? '';
  }

  async opens(change: Readonly<Record<string, unknown>>): Promise<void> {
    const { note, ...person } = this.planting.textsOf('caseFile.open');
    const lateReason = this.planting.mark('lateReason of caseFile.open');
    const { status, body } = await this.client.open({ ...change, person, note, lateReason });
    if (status !== 201) throw new Error(`The case was not opened: ${JSON.stringify(body)}`);
    this.spoken.caseId = body.id;
    this.spoken.number = body.number;
  }

  /** Gives a command, which must be taken. `handoff` is the purpose of the handoff spoken of. */
  async does(command: string, codes: object = {}, handoff?: string): Promise<void> {
    const [procedure = '', name = ''] = command.split('.');
    const data = { ...this.planting.textsOf(command), ...codes };
    const lateReason = this.planting.mark(`lateReason of ${command}`);
    const begins = ['handoff.send', 'placement.request'].includes(command);
    const procedureId = handoff
      ? await this.handoff(handoff)
      : begins
        ? undefined
        : await this.placement(command);
    const told = procedureId ? { lateReason, procedureId } : { lateReason };
    const starts = begins ? { revision: await this.revision() } : {};
    const { caseId } = this.spoken;
    const { status, body } = await this.client.give(caseId, procedure, name, data, { ...told, ...starts });
    if (status !== 200) throw new Error(`${command}: ${status} ${JSON.stringify(body)}`);
  }

  accepts = (purpose: string) => this.does('handoff.accept', {}, purpose);

  private async revision(): Promise<number> {
    const { body } = await this.client.get<{ revision: number }>(`/cases/${this.spoken.caseId}`);
    return body.revision;
  }

  /** Of several placements the one that takes the command. */
  private async placement(command: string): Promise<string | undefined> {
    const [procedure, name] = command.split('.');
    if (procedure !== 'placement') return undefined;
    const { body } = await this.client.get<{ procedures: readonly PlacementSeen[] }>(
      `/cases/${this.spoken.caseId}`,
    );
    return body.procedures.findLast(
      ({ type, allowed }) => type === 'placement' && allowed.some((one) => one.command === name),
    )?.id;
  }

  /** The latest handoff of a purpose in either box. */
  private async handoff(purpose: string): Promise<string> {
    const boxes = await Promise.all(
      ['in', 'out'].map((box) => this.client.get<{ items: HandoffSeen[] }>(`/handoffs?box=${box}`)),
    );
    const found = boxes
      .flatMap(({ body }) => body.items)
      .find((one) => one.caseId === this.spoken.caseId && one.purpose === purpose);
    if (!found) throw new Error(`No handoff for ${purpose} in the boxes`);
    return found.id;
  }
}
