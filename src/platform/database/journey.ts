import { type DatabaseError, toDatabaseError } from './database-error.js';
import type { Identity } from './identity.js';
import { type Asked, type Gathering, Seat, type Traveller } from './seat.js';
import type { Rows, Statement, Tx } from './transaction.js';

const become = ({ userId, bodyId, role, caseId }: Identity): Statement => ({
  name: 'nrm_become',
  text: `select set_config('app.user_id', $1, true), set_config('app.body_id', $2, true),
    set_config('app.role', $3, true), set_config('app.case_id', $4, true)`,
  values: [userId, bodyId, role, caseId ?? ''],
});

/**
 * One transaction shared by errands. Their reads leave together, and so do their writes, with COMMIT, once every
 * errand has either asked to commit or ended. The statements of each stand under its own identity. Whoever ends
 * before is answered at once.
 */
export class Journey implements Gathering {
  private readonly seats: readonly Seat[];
  private waiting: Asked[] = [];
  private last: Asked[] = [];
  private broken: DatabaseError | undefined;
  private acting: Identity;
  private underway: number;
  private allArrived: () => void = () => undefined;

  /** `acting` is the identity that the transaction opened with. */
  constructor(
    travellers: readonly Traveller[],
    private readonly tx: Tx,
    acting: Identity,
  ) {
    this.seats = travellers.map((traveller) => new Seat(traveller, this));
    this.underway = travellers.length;
    this.acting = acting;
  }

  /** Whom the transaction left without an answer. */
  get left(): readonly Traveller[] {
    return this.seats.filter(({ left }) => left).map(({ traveller }) => traveller);
  }

  /** Throws DatabaseError when the transaction failed: nothing of it has happened, or nobody knows. */
  async over(): Promise<void> {
    const arrived = new Promise<void>((resolve) => (this.allArrived = resolve));
    this.seats.forEach((seat) => seat.run());
    await arrived;
    const { broken } = this;
    if (broken) this.last.forEach(({ fail }) => fail(broken));
    else if (this.last.length > 0) await this.send(this.last, (all) => this.tx.commitWith(all));
    if (this.broken) throw this.broken;
  }

  reads(asked: Asked): void {
    if (this.broken) return asked.fail(this.broken);
    this.waiting.push(asked);
    if (this.waiting.length === 1) queueMicrotask(() => void this.flush());
  }

  writes(asked: Asked): void {
    if (this.broken) asked.fail(this.broken);
    else this.last.push(asked);
  }

  arrived(): void {
    this.underway -= 1;
    if (this.underway === 0) this.allArrived();
  }

  private flush(): Promise<void> {
    const together = this.waiting;
    this.waiting = [];
    return this.send(together, (all) => this.tx.batch(all));
  }

  private async send(asked: readonly Asked[], by: (all: Statement[]) => Promise<Rows[]>): Promise<void> {
    const parts = asked.map(({ identity, statements }) => this.under(identity, statements));
    try {
      const rows = await by(parts.flatMap(({ all }) => all));
      let at = 0;
      asked.forEach(({ answer }, index) => {
        const { all, before } = parts[index] ?? { all: [], before: 0 };
        answer(rows.slice(at + before, at + all.length));
        at += all.length;
      });
    } catch (error) {
      const broken = toDatabaseError(error);
      this.broken = broken;
      asked.forEach(({ fail }) => fail(broken));
    }
  }

  /** `before` counts the statements that come first of all and answer nobody. */
  private under(identity: Identity, statements: readonly Statement[]) {
    const same = identity === this.acting || sameIdentity(identity, this.acting);
    this.acting = identity;
    return same ? { all: statements, before: 0 } : { all: [become(identity), ...statements], before: 1 };
  }
}

const sameIdentity = (a: Identity, b: Identity) =>
  a.userId === b.userId && a.bodyId === b.bodyId && a.role === b.role && a.caseId === b.caseId;
