import { dueInWords } from './due.js';

const now = '2026-03-02T06:00:00.000Z';
const said = (due: string, clock?: string) => dueInWords('en', now, due, clock).split(', ')[0];

describe('how far a due date is', () => {
  it('is told in the unit that the term itself has', () => {
    expect(said('2026-03-16T06:00:00.000Z', 'screening')).toBe('10 working days left');
    expect(said('2026-04-01T06:00:00.000Z', 'reflectionFloor')).toBe('30 days left');
    expect(said('2026-03-03T05:00:00.000Z', 'inform')).toBe('23 hours left');
    expect(said('2026-02-20T06:00:00.000Z', 'inform')).toBe('10 days overdue');
    expect(said('2026-05-01T06:00:00.000Z', 'stay')).toBe('60 days left');
    expect(said('2026-10-02T06:00:00.000Z', 'followUp')).toBe('7 months left');
  });

  it('is told in years where it is years away', () => {
    expect(said('2034-03-31T19:59:00.000Z', 'transitionAt18')).toBe('8 years left');
  });

  it('says since when something is overdue, never that it will be due', () => {
    expect(dueInWords('en', now, '2026-03-01T05:00:00.000Z')).toMatch(
      /^25 hours overdue, since 1 March 2026/,
    );
    expect(dueInWords('az', now, '2026-03-01T05:00:00.000Z')).toMatch(
      /^25 saat gecikib, 1 mart 2026.* tarixindən$/,
    );
  });
});
