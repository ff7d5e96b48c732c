import { people, type CaseBuilder } from '../../test/builders/case-builder.js';
import { dataOf } from '../../test/builders/lawful-data.js';
import { at, give, lives, placements } from '../../test/builders/placements.js';
import { procedureShown, startsShown, wordsOf } from './header.js';

describe('a refusal', () => {
  const refused = { code: 'not-allowed-in-this-state', values: { state: 'assessment' } };
  const stateLabel = { az: 'qiymətləndirmə', en: 'assessment in words' };

  it('names the state of an instance that the reader is shown, in words', () => {
    expect(wordsOf(refused, { state: 'assessment', stateLabel })).toEqual({
      az: 'Hazırkı vəziyyətdə (qiymətləndirmə) bu mümkün deyil.',
      en: 'This is not possible in the present state (assessment in words).',
    });
  });

  it.each([undefined, { state: 'presumed', stateLabel }])(
    'never names that of another one, nor its code',
    (shown) => {
      expect(wordsOf(refused, shown)).toEqual({
        az: 'Hazırda bu mümkün deyil.',
        en: 'This is not possible now.',
      });
    },
  );

  it('names a purpose in words', () => {
    const desk = { code: 'wrong-desk-for-purpose', values: { purpose: 'assistance' } };
    expect(wordsOf(desk)).toEqual({
      az: 'Bu qurum «yardım» məqsədi üçün deyil.',
      en: 'This body does not answer handoffs for "assistance".',
    });
  });

  it('fills its other places', () => {
    const late = { code: 'late-reason-needed', values: { hours: 24 } };
    expect(wordsOf(late).en).toBe('More than 24 hours have passed since: give the reason for the delay.');
  });
});

describe('the house in which she lives', () => {
  /** Its placement with what it may and may not do, what it may and may not start, and what it is answered. */
  const told = (builder: CaseBuilder) => {
    const facts = builder.facts(people.shelter2);
    const own = lives(builder);
    if (!own) throw new Error('she lives in no house');
    const answer = (command: string) =>
      builder.refusal('shelter2', `placement.${command}`, dataOf(`placement.${command}`), {
        procedureId: own.id,
      });
    return {
      placement: procedureShown(builder.law, builder.view, own, facts),
      starts: startsShown(builder.law, builder.view, facts),
      request: builder.refusal('shelter2', 'placement.request')?.code,
      requestTransfer: answer('requestTransfer'),
      completeTransfer: answer('completeTransfer'),
    };
  };
  const elsewhere = [
    ['police', 'request'],
    ['shelter', 'offerBed'],
    ['police', 'acceptOffer'],
    ['police', 'withdrawRequest'],
  ] as const;

  it.each(['admitted', 'away', 'missing'])('learns from nothing that others seek one: %s', (state) => {
    const builder = at(state);
    const before = told(builder);
    const instead = state === 'missing' ? 'her-return-first' : 'transfer-instead';
    expect(before).toMatchObject({
      request: instead,
      starts: { blockedStarts: [{ procedure: 'placement', reason: { code: instead } }] },
    });
    for (const [who, command] of elsewhere) expect(told(give(builder, who, command))).toEqual(before);
    expect(placements(builder).map((placement) => placement.state)).toEqual([state, 'cancelled']);
  });
});
