import type { TestApplication } from '../support/application.js';
import type { Client } from '../support/client.js';
import { parties, transfer, type Party, type Wish } from '../histories/owners/schedule.js';

type Clients = Readonly<Record<Party, Client>>;

interface Standing {
  readonly owner: string;
  readonly revision: number;
  readonly offers: readonly { id: string; revision: number; from: string; to: string }[];
}

interface Seen {
  readonly procedures: readonly { type: string; allowed: readonly { command: string }[] }[];
}

/** One case, for which several parties reach at once: round by round, each from what stood when the round began. */
export class ContestedCase {
  private constructor(
    private readonly application: TestApplication,
    private readonly clients: Clients,
    private readonly caseId: string,
  ) {}

  static async open(application: TestApplication, clients: Clients): Promise<ContestedCase> {
    const consent = { referToMainDepartment: 'yes', services: 'yes' };
    const { body } = await clients.police.open({ source: 'police', district: 'baku-nasimi', consent });
    return new ContestedCase(application, clients, body.id);
  }

  /** All wishes at the same time; which of them were taken. */
  async round(wishes: readonly Wish[]): Promise<readonly Wish['act'][]> {
    const standing = await this.standing();
    const answers = await Promise.all(wishes.map((wish) => this.wished(wish, standing)));
    const unexpected = answers.filter((status) => ![0, 200, 403, 404, 409, 412, 422].includes(status));
    if (unexpected.length > 0) throw new Error(`answered ${unexpected.join()}`);
    return wishes.flatMap(({ act }, index) => (answers[index] === 200 ? [act] : []));
  }

  private async wished({ act, by, to, which, rightly }: Wish, standing: Standing): Promise<number> {
    const { owner, revision, offers } = standing;
    if (act === 'transfer') {
      const who = this.clients[rightly ? (this.partyOf(owner) ?? by) : by];
      const data = { ...transfer, toBodyId: this.bodyOf(to) };
      return (await who.give(this.caseId, 'handoff', 'send', data, { revision })).status;
    }
    const offer = offers[which % Math.max(1, offers.length)];
    if (!offer) return 0;
    const entitled = this.partyOf(act === 'withdraw' ? offer.from : offer.to);
    const who = this.clients[(rightly ? entitled : by) ?? by];
    const data = {
      redirect: { toBodyId: this.bodyOf(to) },
      withdraw: { note: 'Geri götürülür.' },
      accept: {},
    };
    const seen = { procedureId: offer.id, revision: offer.revision };
    return (await who.give(this.caseId, 'handoff', act, data[act], seen)).status;
  }

  /** Every body that something stored calls the owner: the row, the file, and the chain of accepted transfers. */
  async owners(): Promise<readonly (string | null)[]> {
    const rows = await this.application.sql<{ owner: string | null }>(
      `select owner_body_id as owner from cases where id = $1
       union select (context->>'ownerBodyId')::uuid from procedure_instances where case_id = $1 and type = 'caseFile'
       union (select (h.context->>'toBodyId')::uuid from timeline_entries e join procedure_instances h on h.id = e.procedure_id
              where e.case_id = $1 and e.procedure = 'handoff' and e.command = 'accept' and h.context->>'kind' = 'transfer'
              order by e.seq desc limit 1)`,
      [this.caseId],
    );
    return rows.map(({ owner }) => owner);
  }

  /** Every party to whom the interface offers what only the owner may do. */
  async offeredAsOwner(): Promise<readonly string[]> {
    const shown = await Promise.all(
      parties.map(async (name) => {
        const { status, body } = await this.clients[name].get<Seen>(`/cases/${this.caseId}`);
        const file = status === 200 ? body.procedures.find(({ type }) => type === 'caseFile') : undefined;
        return file?.allowed.some(({ command }) => command === 'beginAftercare') ? [this.bodyOf(name)] : [];
      }),
    );
    return shown.flat();
  }

  private async standing(): Promise<Standing> {
    const [row] = await this.application.sql<{ owner: string; revision: number }>(
      'select owner_body_id as owner, revision from cases where id = $1',
      [this.caseId],
    );
    const offers = await this.application.sql<Standing['offers'][number]>(
      `select id, revision, context->>'fromBodyId' as from, context->>'toBodyId' as to from procedure_instances
       where case_id = $1 and type = 'handoff' and context->>'kind' = 'transfer' and state in ('sent', 'received')
       order by position`,
      [this.caseId],
    );
    return { owner: row?.owner ?? '', revision: row?.revision ?? 0, offers };
  }

  private bodyOf = (name: Party): string => this.clients[name].user?.body.id ?? '';
  private partyOf = (bodyId: string): Party | undefined =>
    parties.find((name) => this.bodyOf(name) === bodyId);
}
