import { describe, expect, it } from '@jest/globals';
import { stepInto } from './step-before.js';

const id = '00000000-0000-4000-8000-000000000001';
const step = (command: string, from: string, to: string, procedureId = id) => ({
  command,
  from,
  to,
  procedureId,
});

describe('what a second person decides upon', () => {
  const proposed = step('proposeDecision', 'assessment', 'decisionProposed');
  const stepOf = (...later: ReturnType<typeof step>[]) =>
    stepInto({ procedureId: id, state: 'decisionProposed' }, [proposed, ...later]);

  it('is the proposal also after a death was taken back', () => {
    const died = step('discontinue', 'decisionProposed', 'discontinued');
    expect(stepOf(died, step('reinstate', 'discontinued', 'decisionProposed'))).toBe(proposed);
  });

  it('is the newest one, of this procedure', () => {
    const again = step('proposeDecision', 'assessment', 'decisionProposed');
    const other = step('proposeDecision', 'assessment', 'decisionProposed', 'other');
    expect(stepOf(step('returnDecision', 'decisionProposed', 'assessment'), again, other)).toBe(again);
  });
});
