import fc from 'fast-check';
import { azerbaijanCalendar, type Calendar } from './calendar.js';
import { addDays, isWorkingDay, workingDaysBetween } from './days.js';
import { endOfDay, fromMillis, localDay, millisOf } from './instant.js';
import { addTerm, resumeTerm } from './term.js';

const calendar = azerbaijanCalendar;
const day = 86_400_000;
const hour = 3_600_000;

const moments = (from: string, to: string) =>
  fc.integer({ min: Date.parse(from), max: Date.parse(to) }).map(fromMillis);
const anyMoment = moments('2014-07-24', '2027-06-01');
const restDays = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 120 });

/** The weekends of Azerbaijan and random holidays in the 400 days from `start` on. */
const withHolidays = (start: string, offsets: readonly number[]): Calendar => ({
  ...calendar,
  holidays: offsets.map((offset) => ({
    date: addDays(localDay(start), offset),
    nameAz: 'bayram',
    nameEn: 'holiday',
    source: 'random',
    verified: false,
  })),
});
const working = (days: number) => ({ duration: `P${days}D`, counting: 'working' as const });
const plain = (duration: string) => ({ duration, counting: 'calendar' as const });

describe('terms in hours and calendar days', () => {
  it('counts hours as elapsed time', () => {
    expect(addTerm('2026-11-22T10:00:00.000Z', plain('PT24H'), calendar).dueAt).toBe(
      '2026-11-23T10:00:00.000Z',
    );
  });

  it('counts hours as elapsed time through both changes of 2015', () => {
    expect(addTerm('2015-03-28T12:00:00.000Z', plain('PT24H'), calendar).dueAt).toBe(
      '2015-03-29T12:00:00.000Z',
    );
    expect(addTerm('2015-10-24T12:00:00.000Z', plain('PT24H'), calendar).dueAt).toBe(
      '2015-10-25T12:00:00.000Z',
    );
  });

  it('keeps the clock time in Baku when summer time begins and ends in 2015', () => {
    expect(addTerm('2015-03-20T06:00:00.000Z', plain('P30D'), calendar).dueAt).toBe(
      '2015-04-19T05:00:00.000Z',
    );
    expect(addTerm('2015-10-20T05:00:00.000Z', plain('P30D'), calendar).dueAt).toBe(
      '2015-11-19T06:00:00.000Z',
    );
  });

  it('knows that 2016 had no summer time', () => {
    expect(addTerm('2016-03-20T06:00:00.000Z', plain('P30D'), calendar).dueAt).toBe(
      '2016-04-19T06:00:00.000Z',
    );
  });

  it('moves a clock time that does not exist forward, and takes the second of one that happens twice', () => {
    // 04:30 on 2015-03-29 was skipped; 04:30 on 2015-10-25 came twice.
    expect(addTerm('2015-03-28T00:30:00.000Z', plain('P1D'), calendar).dueAt).toBe(
      '2015-03-29T00:30:00.000Z',
    );
    expect(addTerm('2015-10-23T23:30:00.000Z', plain('P1D'), calendar).dueAt).toBe(
      '2015-10-25T00:30:00.000Z',
    );
  });

  it('is never due before start + hours, nor before the same clock time N days on', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 400 }), (start, amount) => {
        const inHours = addTerm(start, plain(`PT${amount}H`), calendar).dueAt;
        expect(millisOf(inHours) - millisOf(start)).toBe(amount * hour);
        const inDays = addTerm(start, plain(`P${amount}D`), calendar).dueAt;
        const noEarlierDay = addDays(localDay(start), amount);
        expect(localDay(inDays) >= noEarlierDay).toBe(true);
        expect(millisOf(inDays) - millisOf(start)).toBeGreaterThanOrEqual(amount * day - hour);
      }),
    );
  });
});

describe('terms in working days', () => {
  it('skips weekend and holidays and ends with the last working day', () => {
    // Friday 2026-11-06; 8 and 9 November are holidays.
    expect(addTerm('2026-11-06T08:00:00.000Z', working(3), calendar).dueAt).toBe('2026-11-12T19:59:59.999Z');
  });

  it.each(['PT24H', 'P1M', 'P0D', 'P1DT2H'])('refuses %s', (duration) => {
    expect(() => addTerm('2026-11-06T08:00:00.000Z', { duration, counting: 'working' }, calendar)).toThrow(
      RangeError,
    );
  });

  it('ends on a working day with exactly N working days behind it', () => {
    fc.assert(
      fc.property(anyMoment, restDays, fc.integer({ min: 1, max: 40 }), (start, rest, days) => {
        const random = withHolidays(start, rest);
        const { dueAt } = addTerm(start, working(days), random);
        expect(isWorkingDay(localDay(dueAt), random)).toBe(true);
        expect(workingDaysBetween(localDay(start), localDay(dueAt), random)).toBe(days);
        expect(dueAt).toBe(endOfDay(localDay(dueAt)));
        expect(millisOf(dueAt) - millisOf(start)).toBeGreaterThanOrEqual(days * day - hour);
      }),
    );
  });
});

it('a later start or a longer term never ends earlier', () => {
  const terms = fc.constantFrom(
    working,
    (days: number) => plain(`P${days}D`),
    (n: number) => plain(`PT${n}H`),
  );
  fc.assert(
    fc.property(
      anyMoment,
      fc.nat(40 * day),
      fc.integer({ min: 1, max: 40 }),
      terms,
      (start, later, n, length) => {
        const end = millisOf(addTerm(start, length(n), calendar).dueAt);
        const moved = fromMillis(millisOf(start) + later);
        // When the clocks went back, two starts an hour apart read the same clock time and end together or swapped by it.
        const slack = length === working || localDay(start) > '2015-10-25' ? 0 : hour;
        expect(millisOf(addTerm(moved, length(n), calendar).dueAt)).toBeGreaterThanOrEqual(end - slack);
        expect(millisOf(addTerm(start, length(n + 1), calendar).dueAt)).toBeGreaterThanOrEqual(end);
      },
    ),
  );
});

it('is provisional exactly when it ends after the last loaded year', () => {
  expect(addTerm('2027-12-30T08:00:00.000Z', plain('P1D'), calendar).provisional).toBe(false);
  expect(addTerm('2027-12-30T08:00:00.000Z', plain('P2D'), calendar).provisional).toBe(true);
  // 31 December is a holiday: the term runs into a year that is not loaded.
  expect(addTerm('2027-12-30T08:00:00.000Z', working(1), calendar).provisional).toBe(true);
  // 20:00 UTC on 31 December is midnight of 1 January in Baku.
  expect(addTerm('2027-12-31T19:00:00.000Z', plain('PT1H'), calendar).provisional).toBe(true);
});

describe('pause and resumption', () => {
  const start = '2026-11-10T08:00:00.000Z';

  it('gives back the working days of the pause', () => {
    const { dueAt } = addTerm(start, working(5), calendar);
    const pause = { pausedAt: '2026-11-12T08:00:00.000Z', resumedAt: '2026-11-16T08:00:00.000Z' };
    expect(dueAt).toBe('2026-11-17T19:59:59.999Z');
    expect(resumeTerm({ start, due: dueAt, ...pause }, 'working', calendar).dueAt).toBe(
      '2026-11-19T19:59:59.999Z',
    );
  });

  it('moves nothing within one day, and a last day resumed at a weekend to Monday', () => {
    const due = '2026-11-13T19:59:59.999Z';
    const pausedAt = '2026-11-13T05:00:00.000Z';
    const resumed = (resumedAt: string) =>
      resumeTerm({ start, due, pausedAt, resumedAt }, 'working', calendar).dueAt;
    expect(resumed('2026-11-13T15:00:00.000Z')).toBe(due);
    expect(resumed('2026-11-14T05:00:00.000Z')).toBe('2026-11-16T19:59:59.999Z');
    expect(resumed('2026-11-17T05:00:00.000Z')).toBe('2026-11-17T19:59:59.999Z');
  });

  it('refuses a pause that ends before it begins, begins before the term or after its end', () => {
    const due = '2026-11-17T19:59:59.999Z';
    const refused = (pausedAt: string, resumedAt: string) => () =>
      resumeTerm({ start, due, pausedAt, resumedAt }, 'calendar', calendar);
    expect(refused('2026-11-12T08:00:00.000Z', '2026-11-11T08:00:00.000Z')).toThrow(RangeError);
    expect(refused('2026-11-09T08:00:00.000Z', '2026-11-11T08:00:00.000Z')).toThrow(RangeError);
    expect(refused('2026-11-18T08:00:00.000Z', '2026-11-19T08:00:00.000Z')).toThrow(RangeError);
  });

  const gaps = fc.array(
    fc.record({ run: fc.double({ min: 0, max: 1, noNaN: true }), pause: fc.nat(12 * day) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  );

  it('keeps the elapsed time that is left through any pauses', () => {
    fc.assert(
      fc.property(anyMoment, gaps, (begun, intervals) => {
        let [now, due, paused] = [millisOf(begun), addTerm(begun, plain('P30D'), calendar).dueAt, 0];
        const first = millisOf(due);
        for (const { run, pause } of intervals) {
          const pausedAt = now + Math.floor((millisOf(due) - now) * run);
          now = pausedAt + pause;
          paused += pause;
          const interval = { pausedAt: fromMillis(pausedAt), resumedAt: fromMillis(now) };
          due = resumeTerm({ start: begun, due, ...interval }, 'calendar', calendar).dueAt;
        }
        expect(millisOf(due)).toBe(first + paused);
      }),
    );
  });

  it('keeps the working days that are left through any pauses and holidays', () => {
    fc.assert(
      fc.property(
        anyMoment,
        restDays,
        fc.integer({ min: 1, max: 25 }),
        gaps,
        (begun, rest, days, intervals) => {
          const random = withHolidays(begun, rest);
          let [now, due] = [millisOf(begun), addTerm(begun, working(days), random).dueAt];
          for (const { run, pause } of intervals) {
            const pausedAt = fromMillis(now + Math.floor((millisOf(due) - now) * run));
            const left = workingDaysBetween(localDay(pausedAt), localDay(due), random);
            now = millisOf(pausedAt) + pause;
            const resumedAt = fromMillis(now);
            due = resumeTerm({ start: begun, due, pausedAt, resumedAt }, 'working', random).dueAt;
            const leftAfter = workingDaysBetween(localDay(resumedAt), localDay(due), random);
            const restDay = !isWorkingDay(localDay(resumedAt), random);
            expect(leftAfter).toBe(
              left === 0 && restDay && localDay(resumedAt) !== localDay(pausedAt) ? 1 : left,
            );
            expect(millisOf(due)).toBeGreaterThanOrEqual(now);
            expect(isWorkingDay(localDay(due), random)).toBe(true);
          }
        },
      ),
    );
  });
});
