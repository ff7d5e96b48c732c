import { randomUUID } from 'node:crypto';
import {
  type DemoUsername,
  demoAccountId,
  demoAccounts,
  demoBodies,
  demoBodyId,
  type Identity,
} from '../../src/access/index.js';
import { CaseFault, type CaseRoom, type CommandResult } from '../../src/cases/index.js';
import { nobody, type SweepDatabase } from '../../src/platform/index.js';
import type { Deed } from './tale.js';

/** A case of the history as the guide names it. */
export interface ToldCase {
  readonly id: string;
  readonly number: string;
  /** Shown once by the case room: the way back of who refused everything. */
  readonly returnCode?: string;
}

interface Seen {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  readonly purpose: string | null;
  readonly caseRevision: number;
  readonly [column: string]: unknown;
}

const seen = `select p.id, p.type, p.revision, p.context->>'purpose' as purpose, c.revision as "caseRevision"
  from procedure_instances p join cases c on c.id = p.case_id where c.id = $1 order by p.position desc`;
/** Commands that begin a procedure of their own. */
const starting = ['handoff.send', 'missingPerson.report', 'placement.request', 'reflection.begin'];
const minute = 60_000;

/** Does the deeds through the one door, each as its person. */
export class Teller {
  readonly cases = new Map<string, ToldCase>();

  constructor(
    private readonly room: CaseRoom,
    private readonly sweep: SweepDatabase,
    /** Ids of beds, by the worker of their house and their name. */
    private readonly beds: ReadonlyMap<string, string>,
  ) {}

  /** @throws Error naming the tale and the step, where it was not taken */
  async tell(deed: Deed, now: Date): Promise<void> {
    try {
      const result = await (deed.command === 'caseFile.open' ? this.open(deed, now) : this.give(deed, now));
      const { caseId: id, number, once } = result;
      const returnCode = once?.['returnCode'] ?? this.cases.get(deed.tale)?.returnCode;
      this.cases.set(deed.tale, { id, number, ...(returnCode && { returnCode }) });
    } catch (error) {
      const why =
        error instanceof CaseFault ? `${error.code} ${JSON.stringify(error.detail)}` : String(error);
      throw new Error(`${deed.tale}: ${deed.by} ${deed.command}: ${why}`, { cause: error });
    }
  }

  private open(deed: Deed, now: Date): Promise<CommandResult> {
    const encounteredAt = new Date(now.getTime() - 30 * minute).toISOString();
    const data = { ...opening, encounteredAt, ...this.dataOf(deed) };
    return this.room.open(identityOf(deed.by), { data, idempotencyKey: randomUUID() });
  }

  private async give(deed: Deed, now: Date): Promise<CommandResult> {
    const caseId = this.idOf(deed.tale);
    const [procedure = '', command = ''] = deed.command.split('.');
    const { rows } = await this.sweep.inTransaction(nobody, (tx) => tx.query<Seen>(seen, [caseId]));
    const starts = starting.includes(deed.command);
    const target = starts ? undefined : rows.find((row) => addresses(deed, row, procedure));
    if (!starts && !target) throw new Error('there is no such procedure in the case');
    const ofCase = starts || procedure === 'caseFile';
    return this.room.execute(identityOf(deed.by), {
      caseId,
      procedure,
      procedureId: target?.id,
      command,
      data: this.dataOf(deed),
      expectedRevision: (ofCase ? rows[0]?.caseRevision : target?.revision) ?? 0,
      idempotencyKey: randomUUID(),
      ...(deed.late && {
        happenedAt: new Date(now.getTime() - deed.late.by).toISOString(),
        lateReason: deed.late.reason,
      }),
    });
  }

  private readonly idOf = (key: string): string => {
    const told = this.cases.get(key);
    if (!told) throw new Error(`the case ${key} is not open yet`);
    return told.id;
  };

  private dataOf = ({ data, by }: Deed): object =>
    typeof data === 'function' ? data(this.idOf, (name) => this.bedOf(by, name)) : data;

  private bedOf(by: string, name: string): string {
    const bed = this.beds.get(`${by} ${name}`);
    if (!bed) throw new Error(`there is no bed ${name}`);
    return bed;
  }
}

const addresses = ({ purpose }: Deed, row: Seen, procedure: string): boolean =>
  row.type === procedure && (purpose === undefined || row.purpose === purpose);

const opening = {
  source: 'police',
  ageStatus: 'assumedAdult',
  immediateDanger: false,
  needsShelter: false,
};

/** A demo account as it is after signing in. */
export function identityOf(username: DemoUsername): Identity {
  const { name, role, body } = demoAccounts[username];
  const { kind, district }: { kind: Identity['bodyKind']; district?: string } = demoBodies[body];
  return {
    accountId: demoAccountId(username),
    username,
    name,
    role,
    bodyId: demoBodyId(body),
    bodyKind: kind,
    district: district ?? null,
    language: 'az',
    via: 'session',
  };
}
