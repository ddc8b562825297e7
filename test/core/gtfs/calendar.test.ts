import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOfDay,
  dayKindOf,
  dayOfDate,
  isCovered,
  servicesOn,
  tripsByDay,
  weekdayOf,
} from '#core/transit/calendar.ts';
import { latvianHolidays, publicHolidaysIn } from '#core/transit/public-holidays.ts';
import { change, read, tiny } from './feed.ts';

const dates = 'service_id,date,exception_type\nW,20260106,2\nW,20260110,1\nW,20260215,1\n';
const { timetable } = read([change({ 'calendar_dates.txt': dates })]);

describe('service days', () => {
  it('are those of the week within the range, and single dates win over both', () => {
    const runs = (date: string) => servicesOn(timetable, date)[0];
    expect(['2026-01-05', '2026-01-06', '2026-01-07'].map(runs)).toEqual([1, 0, 1]);
    // A Saturday added, the one after it not; a Sunday beyond the range.
    expect(['2026-01-10', '2026-01-17', '2026-02-15', '2026-02-14'].map(runs)).toEqual([1, 0, 1, 0]);
    expect(timetable).toMatchObject({ firstDate: '2026-01-01', dayCount: 46 });
  });

  it('do not exist outside the feeds, nor on what is no date', () => {
    for (const date of ['2025-12-31', '2026-02-16', '2026-02-30', 'x']) {
      expect([...servicesOn(timetable, date)]).toEqual([0]);
      expect(isCovered(timetable, date)).toBe(false);
    }
  });

  it('without a trip are covered all the same', () => {
    expect(isCovered(timetable, '2026-01-11')).toBe(true);
    expect([...servicesOn(timetable, '2026-01-11')]).toEqual([0]);
  });

  it('are covered only where every feed speaks of them', () => {
    const both = read([tiny, change({ 'calendar_dates.txt': dates })]).timetable;
    expect(isCovered(both, '2026-01-30')).toBe(true);
    expect(isCovered(both, '2026-02-15')).toBe(false);
  });

  it('have a number of trips each', () => {
    const trips = tripsByDay(timetable);
    expect(trips).toHaveLength(46);
    // 22 weekdays of January, less one, and two days added.
    expect(trips.reduce((a, b) => a + b, 0)).toBe(23);
    expect([trips[0], trips[5], trips[9], trips[45]]).toEqual([1, 0, 1, 1]);
  });
});

describe('days', () => {
  it('are numbered and named back, and know their weekday', () => {
    expect(dayOfDate('1970-01-01')).toBe(0);
    expect(weekdayOf(dayOfDate('2026-11-22') ?? 0)).toBe(7);
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 60_000 }), (day) => {
        const date = dateOfDay(day);
        expect(dayOfDate(date)).toBe(day);
        expect(weekdayOf(day) % 7).toBe(new Date(`${date}T12:00:00Z`).getUTCDay());
      }),
    );
  });
});

describe('public holidays of Latvia', () => {
  it('are those of 2026 and 2027', () => {
    expect(latvianHolidays(2026)).toEqual(
      '01-01 04-03 04-05 04-06 05-01 05-04 05-10 05-24 06-23 06-24 11-18 12-24 12-25 12-26 12-31'
        .split(' ')
        .map((day) => `2026-${day}`),
    );
    expect(latvianHolidays(2027).slice(1, 4)).toEqual(['2027-03-26', '2027-03-28', '2027-03-29']);
  });

  it.each([
    [2019, '04-21'],
    [2024, '03-31'],
    [2025, '04-20'],
    [2038, '04-25'],
    [2285, '03-22'],
  ])('have Easter Sunday of %i on %s', (year, day) => {
    expect(latvianHolidays(year)).toContain(`${year}-${day}`);
  });

  it('give the next working day for 4 May and 18 November at a weekend', () => {
    expect(latvianHolidays(2024)).toContain('2024-05-06');
    expect(latvianHolidays(2025)).toContain('2025-05-05');
    expect(latvianHolidays(2023)).toContain('2023-11-20');
    expect(latvianHolidays(2026)).not.toContain('2026-11-19');
  });

  it('hold in Latvia only', () => {
    expect(publicHolidaysIn('Europe/Riga')('2026-11-18')).toBe(true);
    expect(publicHolidaysIn('Europe/Riga')('2026-11-19')).toBe(false);
    expect(publicHolidaysIn('America/Sao_Paulo')('2026-11-18')).toBe(false);
  });
});

describe('the kind of a day', () => {
  const terms = [{ firstDate: '2026-10-26', lastDate: '2026-12-18' }];
  const kindOf = (date: string) => dayKindOf(date, terms, publicHolidaysIn('Europe/Riga'));

  it.each([
    ['2026-10-23', 'free-weekday'],
    ['2026-10-26', 'school-day'],
    ['2026-12-18', 'school-day'],
    ['2026-12-21', 'free-weekday'],
    ['2026-11-28', 'saturday'],
    ['2026-11-29', 'sunday'],
    ['2026-11-18', 'sunday'],
    // A Saturday that is a holiday.
    ['2026-12-26', 'sunday'],
  ])('%s is a %s', (date, kind) => {
    expect(kindOf(date)).toBe(kind);
  });

  it('is just a weekday where no terms are known', () => {
    expect(dayKindOf('2026-11-24', [], () => false)).toBe('weekday');
  });
});
