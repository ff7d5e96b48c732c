import { good, type Attempt } from './attempt.js';

type Change = Readonly<Record<string, unknown>>;
type Row = readonly [code: string, pointer: string, change: Change];

const openings: readonly Row[] = [
  ['encounter-in-the-future', '/encounteredAt', { encounteredAt: '2199-01-10T09:00:00+04:00' }],
  ['encounter-too-early', '/encounteredAt', { encounteredAt: '1999-01-10T09:00:00+04:00' }],
  ['happened-in-the-future', '/happenedAt', { happenedAt: '2199-01-10T09:00:00+04:00' }],
  ['happened-before-encounter', '/happenedAt', { happenedAt: '2026-01-09T09:00:00+04:00' }],
  ['late-reason-needed', '/lateReason', { happenedAt: '2026-01-10T09:00:00+04:00', lateReason: undefined }],
];

const handoff = { kind: 'share', purpose: 'assistance', basis: 'consent', consentGiven: true };
const handoffs: readonly Row[] = [
  ['unknown-body', '/data/toBodyId', { ...handoff, toBodyId: '0c2d0000-0000-8000-8000-00000000dead' }],
  ['consent-needed', '/data/consentGiven', { ...handoff, toBodyId: '@body', consentGiven: false }],
];

const met = {
  source: 'police',
  encounteredAt: '2026-01-10T09:00:00+04:00',
  lateReason: 'kağızdan köçürülüb',
  cases: [{ ageStatus: 'assumedAdult', safety: { immediateDanger: false, needsShelter: false } }],
};
const encounter = { path: '/encounters', headers: { 'idempotency-key': '@key' }, body: met } as const;
const encounters: readonly Row[] = [
  ['encounter-in-the-future', '/encounteredAt', { encounteredAt: '2199-01-10T09:00:00+04:00' }],
  ['invalid-data', '/cases/0/district', { cases: [{ ...met.cases[0], district: 'nowhere' }] }],
];

const refused = (twin: Attempt['twin'], what: string, [code, pointer]: Row, body: unknown): Attempt => ({
  rule: `${what}: ${pointer} is at fault, ${code}`,
  ask: { ...twin, body },
  twin,
  status: 422,
  code,
  pointer,
});

/** Fields that are well formed and cannot be taken all the same. */
export const refusedFields: readonly Attempt[] = [
  ...openings.map((row) => refused(good.open, 'open', row, { ...good.open.body, ...row[2] })),
  ...handoffs.map((row) =>
    refused(good.command, 'send', row, { procedure: 'handoff', command: 'send', data: row[2] }),
  ),
  ...encounters.map((row) => refused(encounter, 'encounter', row, { ...met, ...row[2] })),
  {
    rule: 'open: not by who oversees',
    ask: { ...good.open, as: 'supervisor' },
    twin: good.open,
    status: 403,
    code: 'not-for-your-role',
  },
];
