import { randomUUID } from 'node:crypto';

/** What came back. `body` is the parsed JSON, or the text where it is none. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

type Extra = Readonly<Record<string, string>>;

interface Told {
  readonly procedureId?: string;
  readonly happenedAt?: string;
  readonly lateReason?: string;
  /** The revision seen; read from the case where it is not given. */
  readonly revision?: number;
}

interface CaseSeen {
  readonly revision: number;
  readonly procedures: readonly { id: string; type: string; revision: number; state: string }[];
}

/** Somebody who talks to the interface as a script does. Paths are under `/api/v1`, unless they begin with `//`. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly identity: Extra = {},
    /** Account and body of who signed in. */
    readonly user?: { readonly id: string; readonly body: { readonly id: string } },
  ) {}

  /** What the forms of pages carry as `_csrf`. */
  get csrfToken(): string {
    return this.identity['x-csrf-token'] ?? '';
  }

  static async signedIn(url: string, username: string, password: string): Promise<Client> {
    const answer = await new Client(url).post('/session', { username, password });
    if (answer.status !== 200)
      throw new Error(`${username} could not sign in: ${JSON.stringify(answer.body)}`);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const { csrfToken, user } = answer.body as { csrfToken: string; user: Client['user'] };
    return new Client(url, { cookie, 'x-csrf-token': csrfToken }, user);
  }

  get<T = Record<string, unknown>>(path: string, headers?: Extra): Promise<Answer<T>> {
    return this.send('GET', path, undefined, headers);
  }

  post<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Extra): Promise<Answer<T>> {
    return this.send('POST', path, body, headers);
  }

  async send<T>(method: string, path: string, body?: unknown, headers: Extra = {}): Promise<Answer<T>> {
    const json: Extra = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(this.addressOf(path), {
      method,
      headers: { ...json, ...this.identity, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answerOf(response);
  }

  /** Bytes as they are, for requests that are wrong on purpose. */
  async raw<T>(
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | undefined,
    headers: Extra = {},
  ): Promise<Answer<T>> {
    const all = { ...this.identity, ...headers };
    return answerOf(
      await fetch(this.addressOf(path), { method, headers: all, ...(body === undefined ? {} : { body }) }),
    );
  }

  /** Opens a case with a key of its own; `change` replaces fields of a plain adult's case, met a minute ago. */
  async open(
    change: Readonly<Record<string, unknown>> = {},
  ): Promise<Answer<{ id: string; number: string }>> {
    const { body } = await this.get<{ now: string }>('/clock');
    const plain = {
      source: 'police',
      encounteredAt: new Date(Date.parse(body.now) - 60_000).toISOString(),
      ageStatus: 'assumedAdult',
      safety: { immediateDanger: false, needsShelter: false },
    };
    return this.post('/cases', { ...plain, ...change }, { 'idempotency-key': randomUUID() });
  }

  /** Gives a command with a key of its own and, unless told, the revision that the case shows now. */
  async give<T = { revision: number }>(
    caseId: string,
    procedure: string,
    command: string,
    data: object = {},
    { revision, ...told }: Told = {},
  ): Promise<Answer<T>> {
    const seen = revision ?? (await this.revisionOf(caseId, procedure, told.procedureId));
    const headers = { 'if-match': `"${seen}"`, 'idempotency-key': randomUUID() };
    return this.post(`/cases/${caseId}/commands`, { procedure, command, ...told, data }, headers);
  }

  /** Of the instance addressed; of the case for `caseFile` and for what has not started. */
  private async revisionOf(caseId: string, procedure: string, procedureId?: string): Promise<number> {
    const { body } = await this.get<CaseSeen>(`/cases/${caseId}`);
    const same = (body.procedures ?? []).filter(({ id, type }) =>
      procedureId ? id === procedureId : type === procedure,
    );
    return procedure === 'caseFile' ? body.revision : (same[0]?.revision ?? body.revision ?? 0);
  }

  private addressOf(path: string): string {
    return path.startsWith('//') ? `${this.url}${path.slice(1)}` : `${this.url}/api/v1${path}`;
  }
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as T,
  };
}
