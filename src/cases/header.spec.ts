import { wordsOf } from './header.js';

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
