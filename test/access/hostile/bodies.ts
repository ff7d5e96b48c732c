import { gzipSync } from 'node:zlib';
import { good, type Asked, type Attempt, type Operation } from './attempt.js';

interface Breakage {
  readonly rule: string;
  readonly status: number;
  readonly code: string;
  readonly fault?: string;
  readonly bytes: (text: string) => string | Uint8Array<ArrayBuffer>;
  /** In place of `application/json`. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const same = (text: string) => text;
const copied = (bytes: Buffer): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);
const into = (text: string, piece: string) => text.replace(/\}$/, `,${piece}}`);

/** What is wrong with the bytes of a body, whatever the operation. */
const breakages: readonly Breakage[] = [
  { rule: 'the body is JSON', status: 400, code: 'malformed-json', bytes: (text) => text.slice(0, -1) },
  { rule: 'JSON has no comments', status: 400, code: 'malformed-json', bytes: (text) => `${text} // yes` },
  {
    rule: 'JSON begins without a byte order mark',
    status: 400,
    code: 'malformed-json',
    bytes: (text) => `\ufeff${text}`,
  },
  { rule: 'a body is there', status: 422, code: 'invalid-data', fault: 'required', bytes: () => '' },
  {
    rule: 'the body is no null',
    status: 422,
    code: 'invalid-data',
    fault: 'wrong-type',
    bytes: () => 'null',
  },
  {
    rule: 'the body is one object',
    status: 422,
    code: 'invalid-data',
    fault: 'wrong-type',
    bytes: (text) => `[${text}]`,
  },
  {
    rule: 'the body is no bare string',
    status: 422,
    code: 'invalid-data',
    fault: 'wrong-type',
    bytes: () => '"police"',
  },
  {
    rule: 'bytes are UTF-8',
    status: 400,
    code: 'not-utf-8',
    bytes: (text) => copied(Buffer.from(text.replace('"', '"\u00fc'), 'latin1')),
  },
  {
    rule: 'the charset is UTF-8',
    status: 415,
    code: 'unsupported-charset',
    bytes: same,
    type: 'application/json; charset=iso-8859-9',
  },
  {
    rule: 'the charset is not UTF-16',
    status: 415,
    code: 'unsupported-charset',
    bytes: (text) => copied(Buffer.from(text, 'utf16le')),
    type: 'application/json; charset=utf-16',
  },
  {
    rule: 'the type is JSON, not a form',
    status: 415,
    code: 'unsupported-media-type',
    bytes: () => 'a=1',
    type: 'application/x-www-form-urlencoded',
  },
  {
    rule: 'the type is JSON, not text',
    status: 415,
    code: 'unsupported-media-type',
    bytes: same,
    type: 'text/plain',
  },
  {
    rule: 'the body comes uncompressed',
    status: 415,
    code: 'unsupported-encoding',
    bytes: (text) => copied(gzipSync(text)),
    headers: { 'content-encoding': 'gzip' },
  },
  {
    rule: 'the body has at most 256 KiB',
    status: 413,
    code: 'body-too-large',
    bytes: (text) => into(text, `"x":"${'x'.repeat(262_144)}"`),
  },
  {
    rule: 'JSON is at most 32 deep',
    status: 400,
    code: 'nested-too-deep',
    bytes: (text) => into(text, `"x":${'['.repeat(40)}${']'.repeat(40)}`),
  },
  {
    rule: 'no unknown field',
    status: 422,
    code: 'invalid-data',
    fault: 'unknown-field',
    bytes: (text) => into(text, '"isAdmin":true'),
  },
  {
    rule: 'no field reaches a prototype',
    status: 422,
    code: 'invalid-data',
    fault: 'hostile-key',
    bytes: (text) => into(text, '"__proto__":{"role":"administrator"}'),
  },
];

const broken = (
  operation: Operation,
  { bytes, type = 'application/json', headers, ...rest }: Breakage,
): Attempt => {
  const twin: Asked = good[operation];
  const all = { ...twin.headers, 'content-type': type, ...headers };
  return {
    ...rest,
    rule: `${operation}: ${rest.rule}`,
    twin,
    ask: { ...twin, method: 'POST', bytes: bytes(JSON.stringify(twin.body)), headers: all },
  };
};

export const bodies: readonly Attempt[] = (Object.keys(good) as Operation[]).flatMap((operation) =>
  breakages.map((breakage) => broken(operation, breakage)),
);
