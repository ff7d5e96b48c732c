import { words } from '#libs/vocabulary';
import type { CaseHeader, ProcedureShown } from '../../../cases/index.js';
import { caseShown } from './view-model.js';

const since = '2026-03-01T10:00:00Z';
const dueAt = '2026-03-31T10:00:00Z';

const procedure = (name: string, more: Partial<ProcedureShown> = {}) =>
  ({
    id: '3f2f1f0e-0000-4000-8000-000000000001',
    type: 'identification',
    tags: [],
    since,
    state: 'screening',
    stateLabel: words('ilkin yoxlama', 'screening'),
    label: words('müəyyənetmə', 'identification'),
    allowed: [],
    blocked: [{ command: 'x', label: words('x', 'x'), reason: { code: 'not-allowed-in-this-state' } }],
    deadlines: [{ name, state: 'passed', startedAt: since, dueAt, label: words('müddət', 'clock') }],
    ...more,
  }) as unknown as ProcedureShown;
const shown = (one: ProcedureShown) =>
  caseShown({ id: 'c', procedures: [one], ground: 'participation' } as unknown as CaseHeader, 'en', {
    bodies: [],
    items: [],
  });

describe('the page of a case', () => {
  it('says that a body is late while its step is owed, and not after it', () => {
    expect(shown(procedure('screening')).clock).toMatchObject({ name: 'screening' });
    const moved = '2026-04-02T10:00:00Z';
    expect(shown(procedure('screening', { since: moved })).clock).toBeUndefined();
  });

  it('says of nobody that she is late when a clock has passed that protects the person', () => {
    expect(shown(procedure('refusalGuard')).clock).toBeUndefined();
    expect(shown(procedure('refusalGuard')).procedures[0]?.running).toEqual([]);
  });

  it('leaves out the steps of other states where nothing can follow', () => {
    expect(shown(procedure('screening')).procedures[0]?.elsewhere).toHaveLength(1);
    expect(shown(procedure('screening', { tags: ['terminal'] })).procedures[0]?.elsewhere).toEqual([]);
  });
});
