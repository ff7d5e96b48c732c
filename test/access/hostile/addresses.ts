import { good, type Asked, type Attempt } from './attempt.js';

type Row = readonly [rule: string, ask: Asked, status: number, code: string, twin?: Asked];
const one: Asked = { path: '/cases/@case' };
const json = { 'content-type': 'application/json' };

const rows: readonly Row[] = [
  ['the address is one of the interface', { path: '/victims' }, 404, 'not-found'],
  ['the address has a version', { path: '//api/cases' }, 404, 'not-found'],
  ['the version is 1', { path: '//api/v2/cases' }, 404, 'not-found'],
  ['the address does not go on', { path: '/cases/@case/commands/1' }, 404, 'not-found'],
  ['an address can be decoded', { path: '/cases/%zz' }, 400, 'malformed-path', one],
  ['an address holds UTF-8', { path: '/cases/%ff' }, 400, 'malformed-path', one],
  ['the id is a UUID', { path: '/cases/1' }, 404, 'not-found', one],
  ['the id is no SQL', { path: "/cases/'%20or%201=1--" }, 404, 'not-found', one],
  ['the id has no NUL', { path: '/cases/%00' }, 404, 'not-found', one],
  ['the id leads nowhere else', { path: '/cases/%2e%2e%2f%2e%2e%2fetc%2fpasswd' }, 404, 'not-found', one],
  ['the id is of a case', { path: '/cases/0c2d0000-0000-8000-8000-00000000dead' }, 404, 'not-found', one],
  [
    'a compartment has a name',
    { path: '/cases/@case/compartments/secrets' },
    404,
    'not-found',
    { path: '/cases/@case/compartments/identity' },
  ],
  [
    'a measure is of the plan',
    { path: '/plan/measures/13.9.99' },
    404,
    'not-found',
    { path: '/plan/measures/13.9.1' },
  ],
  [
    'a measure has a number',
    { path: '/plan/measures/constructor' },
    404,
    'not-found',
    { path: '/plan/measures/13.1.1' },
  ],
  [
    'cases are not replaced',
    { method: 'PUT', path: '/cases', body: good.open.body },
    405,
    'method-not-allowed',
    good.open,
  ],
  ['a case is not deleted', { method: 'DELETE', path: '/cases/@case' }, 405, 'method-not-allowed', one],
  [
    'a case is not patched',
    { method: 'PATCH', path: '/cases/@case', body: {} },
    405,
    'method-not-allowed',
    good.command,
  ],
  [
    'the timeline is not written',
    { method: 'POST', path: '/cases/@case/timeline', body: {} },
    405,
    'method-not-allowed',
    { path: '/cases/@case/timeline' },
  ],
  [
    'the timeline is not deleted',
    { method: 'DELETE', path: '/cases/@case/timeline' },
    405,
    'method-not-allowed',
    { path: '/cases/@case/timeline' },
  ],
  [
    'access records are not written',
    { method: 'POST', path: '/cases/@case/access', body: {} },
    405,
    'method-not-allowed',
    { path: '/cases/@case/access' },
  ],
  [
    'no header changes the method',
    { method: 'GET', path: '/returns', headers: { ...json, 'x-http-method-override': 'POST' } },
    405,
    'method-not-allowed',
    good.comeBack,
  ],
  [
    'a command is not read',
    { method: 'GET', path: '/cases/@case/commands' },
    405,
    'method-not-allowed',
    good.command,
  ],
];

export const addresses: readonly Attempt[] = rows.map(
  ([rule, ask, status, code, twin = { path: '/cases' }]) => ({ rule, ask, status, code, twin }),
);
