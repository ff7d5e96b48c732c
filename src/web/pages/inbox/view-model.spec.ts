import { words } from '#libs/vocabulary';
import type { HandoffItem } from '../../../handoffs/index.js';
import { handoffsShown } from './view-model.js';

const body = { id: 'body', name: words('Qurum', 'Body') };
const clock = (id: string, dueAt: string, state: string) => ({ id, name: 'acceptance', dueAt, state });
const [duty, rung] = [
  clock('duty', '2026-11-22T09:00:00.000Z', 'passed'),
  clock('rung', '2026-11-23T09:00:00.000Z', 'running'),
];
const handoff = (state: string, deadlines: HandoffItem['deadlines']): HandoffItem => ({
  id: 'handoff',
  caseId: 'case',
  caseNumber: 'AZ-2026-000001',
  kind: 'case',
  purpose: 'guardianship',
  basis: 'statutoryDuty',
  statutory: true,
  state,
  escalation: 1,
  from: body,
  to: body,
  sentAt: '2026-11-21T09:00:00.000Z',
  deadlines,
  missingChild: false,
});
const shown = (state: string, deadlines: HandoffItem['deadlines']) =>
  handoffsShown([handoff(state, deadlines)], 'in')[0]?.clock;

describe('a handoff in the inbox', () => {
  it('is overdue since it was due, whatever rung its ladder has reached', () => {
    expect(shown('sent', [duty, rung])).toBe(duty);
  });

  it('is overdue on the last rung as well, where no clock runs any more', () => {
    expect(shown('received', [duty, { ...rung, state: 'passed' }])).toBe(duty);
  });

  it('is not owed once it is answered', () => {
    expect(shown('accepted', [duty, { ...rung, state: 'stopped' }])).toBeUndefined();
  });
});
