import type { Writable } from 'node:stream';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import { DatabaseError, toDatabaseError } from './database-error.js';
import type { Identity } from './identity.js';

/** One parameterised statement; with a `name` it is parsed once per connection. A name belongs to one text. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Rows of one statement, and how many it touched. */
export interface Rows<R extends QueryResultRow = QueryResultRow> {
  readonly rows: R[];
  readonly count: number;
}

/** What work inside a transaction may do. Every method throws DatabaseError. */
export interface Tx {
  query<R extends QueryResultRow = QueryResultRow>(
    sql: string,
    params?: readonly unknown[],
    name?: string,
  ): Promise<Rows<R>>;
  /** Sends all statements at once and waits once: one round trip. The first that fails is thrown. */
  batch(statements: readonly Statement[]): Promise<Rows[]>;
  /**
   * The last writes and COMMIT in one round trip; nothing may follow. A failing statement turns the COMMIT into
   * a rollback and is thrown. What must hold is for the statements to enforce: no answer is seen before COMMIT.
   */
  commitWith(statements: readonly Statement[]): Promise<Rows[]>;
}

/** How long a statement may run and wait for a lock, in milliseconds, and what it sees. */
export interface Limits {
  readonly statement: number;
  readonly lock: number;
  /** REPEATABLE READ: every statement sees the same moment. For what is compared with itself. */
  readonly snapshot?: boolean;
}

const open = `select set_config('app.user_id', $1, true), set_config('app.body_id', $2, true),
  set_config('app.role', $3, true), set_config('statement_timeout', $4, true), set_config('lock_timeout', $5, true),
  set_config('idle_in_transaction_session_timeout', '60000', true), set_config('app.case_id', $6, true)`;

/** A transaction over a pipelining client: statements leave at once, in order, without waiting for answers. */
export class Transaction implements Tx {
  private state: 'open' | 'broken' | 'over' = 'open';
  private readonly opening: Promise<unknown>;

  /** Sends BEGIN and the identity; they travel with the first statement of the work. */
  constructor(
    private readonly client: PoolClient,
    identity: Identity,
    limits: Limits,
  ) {
    const values = [
      identity.userId,
      identity.bodyId,
      identity.role,
      `${limits.statement}`,
      `${limits.lock}`,
      identity.caseId ?? '',
    ];
    this.opening = this.track([
      client.query(limits.snapshot ? 'begin isolation level repeatable read' : 'begin'),
      client.query({ name: 'nrm_open', text: open, values }),
    ]);
    this.opening.catch(() => undefined);
  }

  async query<R extends QueryResultRow>(sql: string, params: readonly unknown[] = [], name?: string) {
    const [answer] = await this.batch([{ text: sql, values: params, name }]);
    return answer as Rows<R>;
  }

  async batch(statements: readonly Statement[]): Promise<Rows[]> {
    return this.answers(this.send(statements));
  }

  async commitWith(statements: readonly Statement[]): Promise<Rows[]> {
    const sent = this.answers(this.send(statements));
    sent.catch(() => undefined);
    await unsendableStatements();
    if (this.state === 'broken') await sent;
    const committed = this.commit();
    committed.catch(() => undefined);
    const rows = await sent.catch((error: unknown) => {
      throw outcomeUnknown(error);
    });
    await committed;
    return rows;
  }

  /** Commits unless the work did so itself; throws when anything in the transaction failed. */
  async finish(): Promise<void> {
    if (this.state === 'over') return;
    await this.opening;
    if (this.state === 'broken') {
      throw new DatabaseError('rolled-back', 'a statement failed, so the transaction cannot commit');
    }
    await this.commit();
  }

  /** Undoes everything; throws when even that is impossible and the connection must go. */
  async undo(): Promise<void> {
    this.state = 'over';
    await this.client.query('rollback').catch(rethrow);
  }

  private async commit(): Promise<void> {
    this.state = 'over';
    const { command } = await this.client.query('commit').catch((error: unknown) => {
      throw outcomeUnknown(error);
    });
    if (command !== 'COMMIT') throw new DatabaseError('rolled-back', 'the transaction was rolled back');
  }

  private send(statements: readonly Statement[]): Promise<QueryResult[]> {
    if (this.state !== 'open') {
      throw new DatabaseError('other', `the transaction is ${this.state}: no statement may follow`);
    }
    uncorkSoon(this.client);
    return this.track(
      statements.map(({ name, text, values }) => this.client.query({ name, text, values: [...values] })),
    );
  }

  private async answers(sent: Promise<QueryResult[]>): Promise<Rows[]> {
    await this.opening;
    return (await sent).map(({ rows, rowCount }) => ({ rows, count: rowCount ?? 0 }));
  }

  private track<T>(pending: Promise<T>[]): Promise<T[]> {
    const all = Promise.all(pending.map((one) => one.catch(rethrow)));
    all.catch(() => {
      if (this.state === 'open') this.state = 'broken';
    });
    return all;
  }
}

/**
 * Holds the socket until the present turn of the event loop is over: BEGIN, the identity and the statements that
 * follow at once leave in one write instead of one each, which was half of all time spent under load.
 */
function uncorkSoon(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/**
 * The driver refuses some statements before sending them (a value it cannot write, a name used for another
 * text). The server would never hear of those and commit the rest, so COMMIT waits until they are known.
 */
function unsendableStatements(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function rethrow(error: unknown): never {
  throw toDatabaseError(error);
}

function outcomeUnknown(error: unknown): DatabaseError {
  const known = toDatabaseError(error);
  if (known.kind !== 'unavailable') return known;
  return new DatabaseError('outcome-unknown', 'the connection broke during COMMIT', known.code);
}
