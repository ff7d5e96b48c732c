import { words } from '#libs/vocabulary';
import type { CaseHeader, ProcedureShown } from '../../../cases/index.js';
import { caseShown } from './view-model.js';

const since = '2026-03-01T10:00:00Z';
const dueAt = '2026-03-31T10:00:00Z';
const readerBodyId = '3f2f1f0e-0000-4000-8000-00000000000b';

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
const due = (at: string): Pick<ProcedureShown, 'deadlines'> => ({
  deadlines: [
    { name: 'd', label: words('m', 'd'), state: 'running', startedAt: since, dueAt: at, provisional: false },
  ],
});
const blockedStarts = ['file-closed', 'file-voided', 'shelter-asked-already'].map((code) => ({
  reason: { code },
}));
const shown = (...procedures: ProcedureShown[]) =>
  caseShown({ id: 'c', procedures, blockedStarts, ground: 'participation' } as unknown as CaseHeader, 'en', {
    bodies: [],
    items: [],
    readerBodyId,
  });

describe('the page of a case', () => {
  it('says why nothing can be started, but for what the ended file says of everything', () => {
    expect(shown().blockedStarts).toEqual([{ reason: { code: 'shelter-asked-already' } }]);
  });

  it('says that a body is late while its step is owed, and not after it', () => {
    expect(shown(procedure('screening')).clock).toMatchObject({ name: 'screening' });
    const moved = '2026-04-02T10:00:00Z';
    expect(shown(procedure('screening', { since: moved })).clock).toBeUndefined();
  });

  it('says so of a review from outside also when she has moved in since, until it is over', () => {
    const accepted = { type: 'placement', since: '2026-04-02T10:00:00Z' };
    const clockOf = (more: object) => shown(procedure('houseReview', { ...accepted, ...more })).clock;
    expect(clockOf({})).toMatchObject({ name: 'houseReview' });
    expect([clockOf({ final: true }), shown(procedure('arrival', accepted)).clock]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('says of nobody that she is late when a clock has passed that protects the person', () => {
    expect(shown(procedure('refusalGuard')).clock).toBeUndefined();
    expect(shown(procedure('refusalGuard')).procedures[0]?.running).toEqual([]);
  });

  it('leaves out the steps of other states where nothing can follow', () => {
    expect(shown(procedure('screening')).procedures[0]?.elsewhere).toHaveLength(1);
    expect(shown(procedure('screening', { final: true })).procedures[0]?.elsewhere).toEqual([]);
  });

  it('puts the step on the reader’s own desk first, then the one whose clock runs out first', () => {
    const step = (id: string, more: Partial<ProcedureShown>) =>
      procedure('any', {
        id,
        state: 's',
        context: {},
        allowed: [{ command: id }],
        deadlines: [],
        ...more,
      } as never);
    const later = step('later', { type: 'documents', ...due('2026-05-01T10:00:00Z') });
    const sooner = step('sooner', { type: 'education', ...due('2026-04-01T10:00:00Z') });
    const own = step('own', { type: 'protection', context: { bodyId: readerBodyId } });
    const next = (...all: ProcedureShown[]) => shown(...all).next?.href;
    expect(next(later, sooner)).toContain('procedureId=sooner');
    expect(next(later, sooner, own)).toContain('procedureId=own');
    const proposed = { tags: ['secondPerson'], context: { proposedByBody: readerBodyId } };
    const colleague = step('confirmDecision', {
      ...proposed,
      type: 'identification',
      state: 'decisionProposed',
    });
    expect(next(later, sooner, colleague)).toContain('/confirmDecision');
  });

  it('asks to tell her of the decision until she was told', () => {
    const next = (told: boolean | null) =>
      shown(
        procedure('any', {
          state: 'identified',
          context: { told },
          allowed: [{ command: 'informOfDecision' }],
          deadlines: [],
        } as never),
      ).next;
    expect([null, false].map((told) => next(told)?.href.includes('informOfDecision'))).toEqual([true, true]);
    expect(next(true)).toBeUndefined();
  });

  it('calls a house whose name the reader may not know a shelter, and leaves no gap', () => {
    const context = { purpose: 'shelter', fromBodyId: 'p', toBodyId: { restricted: true } };
    const [handoff] = shown(procedure('acceptance', { type: 'handoff', context })).procedures;
    expect(handoff?.about?.to).toEqual(words('sığınacaq', 'shelter'));
  });

  it('does not say of each step that the handoff is not accepted yet: that stands above', () => {
    const reason = { code: 'handoff-not-accepted' } as never;
    const blocked = [{ command: 'x', label: words('x', 'x'), reason }];
    expect(shown(procedure('screening', { blocked })).procedures[0]).toMatchObject({
      blocked: [],
      elsewhere: [],
    });
  });
});
