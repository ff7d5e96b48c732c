import fc from 'fast-check';
import { azerbaijanCalendar, readCalendar } from './calendar.js';
import { isWorkingDay } from './days.js';
import { addDuration, isDuration } from './duration.js';
import { fromMillis, localDay, millisOf } from './instant.js';
import { recompute } from './recompute.js';
import { remaining, warningsOf } from './remaining.js';
import { addTerm } from './term.js';
import { ruleFor, termRuleSchema } from './term-rule.js';
import { formatDay, formatLocal } from './words.js';

const calendar = azerbaijanCalendar;
const namesOn = (date: string) =>
  calendar.holidays.filter((day) => day.date === date).map((day) => day.nameEn);

describe('the calendar of Azerbaijan', () => {
  it('loads every year, in order, each day with its source', () => {
    const years = new Set(calendar.holidays.map(({ date }) => Number(date.slice(0, 4))));
    expect([...years]).toEqual(Array.from({ length: 14 }, (_, index) => 2014 + index));
    expect(calendar.holidays.every(({ source }) => source.length > 0)).toBe(true);
    expect(calendar.holidays.map(({ date }) => date)).toEqual(
      calendar.holidays.map(({ date }) => date).sort(),
    );
    expect(calendar.lastLoadedYear).toBe(2027);
  });

  it('marks days that follow the moon as not verified', () => {
    const movable = calendar.holidays.filter(({ nameAz }) => /^(Ramazan|Qurban)/.test(nameAz));
    expect(movable).toHaveLength(14 * 4);
    expect(movable.some(({ verified }) => verified)).toBe(false);
  });

  it('has Victory Day from 2021 and the name of 28 May by its time', () => {
    expect([namesOn('2020-11-08'), namesOn('2021-11-08')]).toEqual([[], ['Victory Day']]);
    expect([namesOn('2020-05-28'), namesOn('2021-05-28')]).toEqual([['Republic Day'], ['Independence Day']]);
  });

  it('rests on weekends and holidays', () => {
    const days = ['2026-03-19', '2026-03-20', '2026-03-25', '2026-03-28', '2026-03-29', '2026-01-20'];
    expect(days.map((day) => isWorkingDay(day, calendar))).toEqual([true, false, true, false, false, false]);
  });

  it('refuses a file with a day that does not exist, after its last year, or without any working day', () => {
    const occasion = { nameAz: 'a', nameEn: 'a', source: 's', verified: false };
    const file = {
      zone: 'Asia/Baku',
      version: '1',
      source: 's',
      verified: true,
      lastLoadedYear: 2026,
      weekend: [7],
    };
    const read =
      (dates: string[], weekend = [7]) =>
      () =>
        readCalendar({ ...file, weekend, occasions: [{ ...occasion, dates }] });
    expect(read(['2026-02-28'])().holidays).toHaveLength(1);
    expect(read(['2026-02-30'])).toThrow();
    expect(read(['2027-01-01'])).toThrow('lastLoadedYear');
    expect(read(['2026-02-28'], [1, 2, 3, 4, 5, 6, 7])).toThrow();
  });
});

describe('days, durations and words', () => {
  it('names the day in Baku', () => {
    expect(localDay('2026-11-21T20:00:00.000Z')).toBe('2026-11-22');
    expect(localDay('2015-07-01T19:00:00.000Z')).toBe('2015-07-02');
    expect(localDay('2016-07-01T19:00:00.000Z')).toBe('2016-07-01');
  });

  it('knows a duration', () => {
    expect(['P30D', 'PT24H', 'P1DT12H', 'P2W', 'PT0S'].every(isDuration)).toBe(true);
    expect(
      ['', 'P', 'PT', 'P1', '30D', 'P-1D', '-P1D', 'P1.5D', 'P1DT', 'p1d', 'P1D '].some(isDuration),
    ).toBe(false);
  });

  it('adds days by the clock and hours by elapsed time', () => {
    expect(addDuration('2015-03-28T12:00:00.000Z', 'P1DT1H')).toBe('2015-03-29T12:00:00.000Z');
    expect(addDuration('2026-01-31T12:00:00.000Z', 'P1M')).toBe('2026-02-28T12:00:00.000Z');
    expect(() => addDuration('2026-01-31T12:00:00.000Z', 'soon')).toThrow(RangeError);
    expect(() => addDuration('2026-01-31', 'P1D')).toThrow(RangeError);
    expect(() => addDuration('2026-01-31T12:00:00.000Z', 'P9999Y')).toThrow(RangeError);
  });

  it('says an instant in words on the clocks of Baku', () => {
    expect(formatLocal('2026-11-22T10:00:00.000Z', 'az')).toBe('22 noyabr 2026-cı il, 14:00');
    expect(formatLocal('2026-11-22T10:00:00.000Z', 'en')).toBe('22 November 2026, 14:00');
    const days = [
      '2014-02-01',
      '2015-02-01',
      '2020-02-01',
      '2030-02-01',
      '2040-02-01',
      '2100-02-01',
      '2000-02-01',
    ];
    expect(days.map((day) => formatDay(day, 'az').slice(9))).toEqual([
      '2014-cü il',
      '2015-ci il',
      '2020-ci il',
      '2030-cu il',
      '2040-cı il',
      '2100-cü il',
      '2000-ci il',
    ]);
  });
});

describe('what is left', () => {
  it('counts days, working days and hours', () => {
    const due = '2026-11-12T19:59:59.999Z';
    const left = { overdue: false, calendarDays: 6, workingDays: 3, hours: 155 };
    expect(remaining('2026-11-06T08:00:00.000Z', due, calendar)).toEqual(left);
    expect(remaining(due, due, calendar)).toEqual({
      overdue: true,
      calendarDays: 0,
      workingDays: 0,
      hours: 0,
    });
    const late = { overdue: true, calendarDays: 4, workingDays: 2, hours: 84 };
    expect(remaining('2026-11-16T08:00:00.000Z', due, calendar)).toEqual(late);
  });

  it('warns at the share of the term that has elapsed, once each and in order', () => {
    expect(warningsOf('2026-11-22T10:00:00.000Z', '2026-11-23T10:00:00.000Z', [100, 50, 50])).toEqual([
      { percent: 50, at: '2026-11-22T22:00:00.000Z' },
      { percent: 100, at: '2026-11-23T10:00:00.000Z' },
    ]);
    fc.assert(
      fc.property(fc.nat(4e11), fc.integer({ min: 1, max: 1e10 }), (from, length) => {
        const [start, due] = [fromMillis(1.4e12 + from), fromMillis(1.4e12 + from + length)];
        const times = warningsOf(start, due).map(({ at }) => millisOf(at));
        expect(times).toEqual([...times].sort((one, other) => one - other));
        expect([times[0] >= millisOf(start), times.at(-1)]).toEqual([true, millisOf(due)]);
      }),
    );
  });
});

describe('dated rules', () => {
  const rule = (validFrom: string, duration: string, validTo?: string) => ({
    name: 'stay',
    duration,
    counting: 'calendar',
    legalBasis: 'a decree',
    source: 'a gazette',
    verified: false,
    validFrom,
    ...(validTo ? { validTo } : {}),
  });
  const rules = [rule('2014-07-24', 'P30D', '2020-12-31'), rule('2021-01-01', 'P60D')].map((each) =>
    termRuleSchema.parse(each),
  );

  it('picks the rule of the day on which the deadline started', () => {
    const durationOn = (day: string) => ruleFor(rules, 'stay', day).duration;
    expect(['2014-07-24', '2020-12-31', '2021-01-01', '2030-01-01'].map(durationOn)).toEqual([
      'P30D',
      'P30D',
      'P60D',
      'P60D',
    ]);
    expect(() => durationOn('2014-07-23')).toThrow('no rule of time "stay"');
    expect(() => ruleFor(rules, 'other', '2021-01-01')).toThrow(RangeError);
    expect(() => ruleFor(rules.slice(0, 1), 'stay', '2021-01-01')).toThrow(RangeError);
  });

  it('takes the younger of two in force', () => {
    const open = [termRuleSchema.parse(rule('2014-07-24', 'P30D')), rules[1]];
    expect(ruleFor(open, 'stay', '2022-01-01').duration).toBe('P60D');
  });

  it('refuses working hours, and an end before the beginning', () => {
    expect(termRuleSchema.safeParse({ ...rule('2014-07-24', 'PT24H'), counting: 'working' }).success).toBe(
      false,
    );
    expect(termRuleSchema.safeParse(rule('2021-01-01', 'P1D', '2020-01-01')).success).toBe(false);
  });
});

describe('a new calendar', () => {
  const start = '2027-12-27T08:00:00.000Z';
  const open = (id: string, days: number) => {
    const length = { duration: `P${days}D`, counting: 'working' as const };
    return { id, start, rule: length, ...addTerm(start, length, calendar) };
  };
  const newYear = { date: '2028-01-03', nameAz: 'a', nameEn: 'a', source: 's', verified: true };
  const loaded = { ...calendar, lastLoadedYear: 2028, holidays: [...calendar.holidays, newYear] };

  it('shows before and after of what moves or is no longer provisional', () => {
    const [short, long, byHand] = [open('short', 3), open('long', 4), open('byHand', 4)];
    const extended = { ...byHand, dueAt: '2028-02-01T19:59:59.999Z' };
    const { moved, setByHand } = recompute([short, long, extended], calendar, loaded);
    expect(moved).toEqual([
      {
        id: 'long',
        before: { dueAt: '2028-01-03T19:59:59.999Z', provisional: true },
        after: { dueAt: '2028-01-04T19:59:59.999Z', provisional: false },
      },
    ]);
    expect(setByHand).toEqual(['byHand']);
  });

  it('keeps pauses, and moves nothing when the calendar is the same', () => {
    const pause = { pausedAt: '2027-12-28T08:00:00.000Z', resumedAt: '2027-12-29T08:00:00.000Z' };
    const paused = {
      ...open('paused', 3),
      dueAt: '2028-01-03T19:59:59.999Z',
      provisional: true,
      pauses: [pause],
    };
    expect(recompute([paused], calendar, calendar)).toEqual({ moved: [], setByHand: [] });
    expect(recompute([paused], calendar, loaded).moved[0]?.after.dueAt).toBe('2028-01-04T19:59:59.999Z');
  });
});
