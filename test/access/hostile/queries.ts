import type { Asked, Attempt } from './attempt.js';

/** As a list gives it out, but for an id that is none. */
const noId = Buffer.from(`2026-01-01T00:00:00.000Z ${'-'.repeat(36)}`).toString('base64url');

type Row = readonly [path: string, wrong: string, right: string, fault: string, as?: Asked['as']];

/** A query that a list does not take, and one that it does. */
const rows: readonly Row[] = [
  ['/cases', 'limit=0', 'limit=1', 'too-small'],
  ['/cases', 'limit=201', 'limit=200', 'too-long'],
  ['/cases', 'limit=ten', 'limit=10', 'wrong-type'],
  ['/cases', 'limit=1&limit=2', 'limit=2', 'given-twice'],
  ['/cases', 'limit=1e2', 'limit=100', 'wrong-type'],
  ['/cases', 'limit=0x10', 'limit=16', 'wrong-type'],
  ['/cases', 'limit=1.5', 'limit=2', 'wrong-type'],
  ['/cases', 'due=tomorrow', 'due=overdue', 'not-one-of'],
  ['/cases', 'body=police', 'body=@body', 'not-a-uuid'],
  ['/cases', 'owner=everybody', 'owner=me', 'not-a-uuid'],
  ['/cases', "state=open' or 1=1 --", 'state=open', 'wrong-format'],
  ['/cases', 'state=zzz', 'state=signalled', 'not-one-of'],
  ['/cases', 'procedure=zzz', 'procedure=handoff', 'not-one-of'],
  ['/cases', 'procedure=%00', 'procedure=caseFile', 'wrong-format'],
  ['/cases', 'cursor=bm90IGEgY3Vyc29y', 'limit=1', 'wrong-format'],
  ['/cases', 'cursor=%27', 'limit=1', 'wrong-format'],
  ['/cases', 'sort=name', 'limit=1', 'unknown-field'],
  ['/cases', '__proto__=1', 'limit=1', 'unknown-field'],
  ['/cases/@case/timeline', 'after=-1', 'after=0', 'too-small'],
  ['/cases/@case/timeline', 'after=99999999999', 'after=9', 'too-long'],
  ['/cases/@case/timeline', 'limit=501', 'limit=500', 'too-long'],
  ['/cases/@case/access', 'after=last', 'after=0', 'wrong-type'],
  ['/cases/@case/compartments/identity', 'purpose=curiosity', 'purpose=caseWork', 'not-one-of'],
  ['/deadlines', 'from=2026-01-01', 'from=2026-01-01T00:00:00Z', 'not-a-datetime'],
  ['/deadlines', 'to=0000-01-01T00:00:00Z', 'to=2026-01-01T00:00:00Z', 'wrong-format'],
  ['/deadlines', 'state=late', 'state=running', 'not-one-of'],
  ['/deadlines', 'cursor=bm90IGEgY3Vyc29y', 'limit=1', 'wrong-format'],
  ['/handoffs', 'box=all', 'box=in', 'not-one-of'],
  ['/handoffs', 'cursor=~', 'box=out', 'wrong-format'],
  ['/handoffs', `cursor=${noId}`, 'box=out', 'wrong-format'],
  ['/notifications', 'unread=maybe', 'unread=true', 'not-one-of'],
  ['/notifications', `cursor=${noId}`, 'limit=1', 'wrong-format'],
  ['/guardianship/children', `cursor=${noId}`, 'limit=1', 'wrong-format'],
  ['/plan/coverage', 'from=2026-01', 'from=2026-01&to=2026-01', 'required'],
  ['/plan/coverage', 'from=2026-13&to=2026-13', 'from=2026-12&to=2026-12', 'wrong-format'],
  ['/plan/coverage', 'from=2026-02&to=2026-01', 'from=2026-01&to=2026-02', 'ends-before-it-begins'],
  ['/supervision/integrity', 'limit=1e2', 'limit=100', 'wrong-type', 'supervisor'],
  ['/supervision/integrity', 'cursor=1', 'limit=10', 'not-a-uuid', 'supervisor'],
];

export const queries: readonly Attempt[] = rows.map(([path, wrong, right, fault, as]) => ({
  rule: `${path}: the query is not ${wrong}`,
  ask: { path: `${path}?${wrong}`, ...(as ? { as } : {}) },
  twin: { path: `${path}?${right}`, ...(as ? { as } : {}) },
  status: 400,
  code: 'malformed-query',
  fault,
}));
