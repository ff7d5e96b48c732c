import { measure, measures, termLastDay, termState } from './index.js';

describe('the state of a term', () => {
  it('is continuous for a measure without an end, whatever the day', () => {
    expect(termState(measure('13.5.1'), '2026-01-01', '2030-01-01')).toBe('continuous');
  });

  it('is open up to and on its last day', () => {
    expect(termState(measure('13.4.1'), '2015-01-01', '2017-12-31')).toBe('open');
  });

  it('is overdue from the next day, when the installation was already at work', () => {
    expect(termState(measure('13.4.1'), '2015-01-01', '2018-01-01')).toBe('overdue');
    expect(termState(measure('13.4.1'), '2017-12-31', '2018-01-01')).toBe('overdue');
  });

  it('has ended, and is not overdue, when it ended before the first day of the installation', () => {
    expect(termState(measure('13.4.1'), '2018-01-01', '2018-01-01')).toBe('termEnded');
    expect(termState(measure('13.4.1'), '2026-01-01', '2030-01-01')).toBe('termEnded');
  });

  it('counts a single year to its end', () => {
    expect(termLastDay(measure('13.1.2'))).toBe('2016-12-31');
  });

  it('is known for every measure: in 2026 none is overdue for an installation of that year', () => {
    const states = measures.map((each) => termState(each, '2026-01-01', '2026-06-01'));
    expect(states.filter((state) => state === 'continuous')).toHaveLength(34);
    expect(states.filter((state) => state === 'termEnded')).toHaveLength(26);
  });

  it('refuses a term or a day of another form', () => {
    expect(() => termLastDay({ term: 'soon' })).toThrow(RangeError);
    expect(() => termState(measure('13.1.2'), '2026-01-01', '2026-6-1')).toThrow(RangeError);
    expect(() => termState(measure('13.1.2'), '2026', '2026-06-01')).toThrow(RangeError);
  });
});
