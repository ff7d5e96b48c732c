import type { DatabaseError } from './database-error.js';
import type { Identity } from './identity.js';
import type { Rows, Statement, Tx } from './transaction.js';

/** Work that may share a transaction: it reads by `batch` and `query`, and writes by `commitWith` or not at all. */
export interface Errand<T> {
  readonly identity: Identity;
  /** The id of the row that it locks first, e.g. of a case. */
  readonly key: string;
  /** May be run again from the start. */
  readonly work: (tx: Tx) => Promise<T>;
}

export interface Traveller extends Errand<unknown> {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Statements of one errand that wait for the others'. */
export interface Asked {
  readonly identity: Identity;
  readonly statements: readonly Statement[];
  readonly answer: (rows: Rows[]) => void;
  readonly fail: (error: DatabaseError) => void;
}

/** Where the statements of an errand go, and who is told that it has no more. */
export interface Gathering {
  reads(asked: Asked): void;
  writes(asked: Asked): void;
  arrived(): void;
}

/** The transaction as one errand of several sees it. */
export class Seat implements Tx {
  private underway = true;
  /** True when the shared transaction failed this errand: its outcome is open, and it may go again alone. */
  left = false;

  constructor(
    readonly traveller: Traveller,
    private readonly gathering: Gathering,
  ) {}

  /** Runs the errand and answers it, unless the transaction failed it. */
  run(): void {
    const { work, resolve, reject } = this.traveller;
    work(this).then(
      (result) => this.end(() => resolve(result)),
      (error: unknown) => this.end(() => reject(error)),
    );
  }

  async query<R extends Rows['rows'][number]>(text: string, values: readonly unknown[] = [], name?: string) {
    const [rows] = await this.batch([{ text, values, ...(name ? { name } : {}) }]);
    return rows as Rows<R>;
  }

  batch(statements: readonly Statement[]): Promise<Rows[]> {
    return this.ask(statements, (asked) => this.gathering.reads(asked));
  }

  commitWith(statements: readonly Statement[]): Promise<Rows[]> {
    const committed = this.ask(statements, (asked) => this.gathering.writes(asked));
    this.arrive();
    return committed;
  }

  private ask(statements: readonly Statement[], give: (asked: Asked) => void): Promise<Rows[]> {
    return new Promise((answer, reject) => {
      const fail = (error: DatabaseError) => {
        this.left = true;
        reject(error);
      };
      give({ identity: this.traveller.identity, statements, answer, fail });
    });
  }

  private end(answer: () => void): void {
    if (!this.left) answer();
    this.arrive();
  }

  private arrive(): void {
    if (this.underway) this.gathering.arrived();
    this.underway = false;
  }
}
