import { expect, it } from '@jest/globals';
import type { ChildItem } from '../../../guardianship/index.js';
import { childrenShown } from './view-model.js';

const child = (caseNumber: string, immediateDanger: boolean, handoffId: string | null): ChildItem => ({
  caseId: '00000000-0000-4000-8000-000000000001',
  caseNumber,
  procedureId: '00000000-0000-4000-8000-000000000002',
  state: 'notified',
  since: '2016-03-01T06:00:00.000Z',
  ageStatus: 'child',
  immediateDanger,
  representative: null,
  eighteenIn: null,
  handoffId,
  handoffState: handoffId && 'sent',
  escalation: 0,
  deadlines: [],
});

it('shows a child in danger first of those who wait and of its own, and the others by what is due', () => {
  const { waiting, own } = childrenShown([
    child('N-1', false, 'a'),
    child('N-2', false, null),
    child('N-3', false, 'b'),
    child('N-4', true, 'c'),
    child('N-5', true, null),
  ]);
  expect(waiting.map(({ caseNumber }) => caseNumber)).toEqual(['N-4', 'N-1', 'N-3']);
  expect(own.map(({ caseNumber }) => caseNumber)).toEqual(['N-5', 'N-2']);
});
