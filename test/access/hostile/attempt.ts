/** A request as data. `@case`, `@number`, `@revision`, `@key`, `@body` stand for what the application gives. */
export interface Asked {
  /** POST where there is a body, else GET. */
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  /** Sent instead of `body`, as it is. */
  readonly bytes?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Demo account; `stranger` is signed in as nobody. Default: police. */
  readonly as?: 'police' | 'admin' | 'clinic' | 'school' | 'supervisor' | 'stranger';
}

/** A request that breaks one rule, how it is answered, and its twin that keeps the rule and succeeds. */
export interface Attempt {
  readonly rule: string;
  readonly ask: Asked;
  readonly twin: Asked;
  readonly status: number;
  /** `code` of the problem document. */
  readonly code: string;
  /** Code of its first fault, where it names faults. */
  readonly fault?: string;
  /** Where that fault lies. */
  readonly pointer?: string | undefined;
}

const command = { 'if-match': '@revision', 'idempotency-key': '@key' };

/** Good requests, by operation. */
export const good = {
  open: {
    path: '/cases',
    headers: { 'idempotency-key': '@key' },
    body: {
      source: 'police',
      encounteredAt: '2026-01-10T09:00:00+04:00',
      ageStatus: 'assumedAdult',
      person: { name: 'Nümunə Sınaqlı' },
      safety: { immediateDanger: false, needsShelter: false },
      consent: { referToMainDepartment: 'notAsked', services: 'yes', shelter: 'no', statistics: 'notAsked' },
      lateReason: 'kağızdan köçürülüb',
    },
  },
  command: {
    path: '/cases/@case/commands',
    headers: command,
    body: { procedure: 'caseFile', command: 'recordSafeContact', data: { safeContact: 'bacısı vasitəsilə' } },
  },
  search: { path: '/cases/search', body: { text: '@number' } },
  signIn: { path: '/session', body: { username: 'police', password: 'nar-və-heyva-12' }, as: 'stranger' },
  breakGlass: {
    path: '/break-glass',
    body: { number: '@number', reason: 'Təcili tibbi yardım lazımdır', compartments: ['health'] },
    as: 'clinic',
  },
  comeBack: { path: '/returns', body: { code: 'ABCD-EFGH-JKMN-PQRS' } },
  read: { path: '/notifications/read', body: { ids: ['0c2d0000-0000-8000-8000-000000000001'] } },
  advance: { path: '/clock/advance', body: { duration: 'PT1S' }, as: 'admin' },
  account: {
    path: '/administration/accounts',
    body: {
      username: 'new-@key',
      name: 'Yeni Sınaqlı',
      role: 'ngoWorker',
      bodyId: '@body',
      password: 'uzun-bir-parol-17',
    },
    as: 'admin',
  },
} as const satisfies Record<string, Asked>;

export type Operation = keyof typeof good;
