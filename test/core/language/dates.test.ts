import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDayAndTime,
  formatShortDate,
  formatSpan,
  formatWeekdays,
  isoDay,
  regionInstant,
  regionTime,
} from '#core/language/dates.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('dates in words', () => {
  const autumn = new Date('2026-10-24T18:00:00+03:00');

  it('says the day and the hour as each language does', () => {
    expect(plain(formatDayAndTime('lv', autumn))).toBe('sestdiena, 2026. gada 24. oktobris, plkst. 18.00');
    expect(plain(formatDayAndTime('en', autumn))).toBe('Saturday, 24 October 2026, 18:00');
  });

  it('shortens an end on the same day and writes another day in full', () => {
    const sameDay = new Date('2026-10-24T20:30:00+03:00');
    const nextDay = new Date('2026-10-25T02:00:00+03:00');
    expect(plain(formatSpan('lv', autumn, sameDay))).toBe(
      'sestdiena, 2026. gada 24. oktobris, plkst. 18.00–20.30',
    );
    expect(plain(formatSpan('en', autumn, nextDay))).toBe(
      'Saturday, 24 October 2026, 18:00 – Sunday, 25 October 2026, 02:00',
    );
    expect(formatSpan('lv', autumn, null)).toBe(formatDayAndTime('lv', autumn));
  });

  it('writes dates of data without the weekday, and leaves what is no date as it is', () => {
    expect(plain(formatDate('lv', '2026-10-24'))).toBe('2026. gada 24. oktobris');
    expect(plain(formatDate('en', '2026-10-24T22:30:00Z'))).toBe('25 October 2026');
    expect(formatDate('en', 'spring 2024')).toBe('spring 2024');
  });

  it('lists weekdays from Monday', () => {
    expect(formatWeekdays('lv', [4, 0, 2, 0])).toBe('pirmdiena, trešdiena un piektdiena');
    expect(formatWeekdays('en', [5])).toBe('Saturday');
    expect(formatWeekdays('en', [])).toBe('');
  });
});

describe('the clock of Riga', () => {
  it('follows summer and winter time', () => {
    expect(regionInstant(2026, 7, 1, 12).toISOString()).toBe('2026-07-01T09:00:00.000Z');
    expect(regionInstant(2026, 12, 1, 12).toISOString()).toBe('2026-12-01T10:00:00.000Z');
    expect(isoDay(new Date('2026-12-31T22:30:00Z'))).toBe('2027-01-01');
  });

  it('takes days and hours beyond the end', () => {
    expect(regionInstant(2026, 10, 32).getTime()).toBe(regionInstant(2026, 11, 1).getTime());
    expect(regionInstant(2026, 10, 25, 24).getTime()).toBe(regionInstant(2026, 10, 26).getTime());
  });

  it('comes back to the same wall clock, except in the hour that spring skips', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }),
        (at) => {
          const t = regionTime(at);
          const again = regionTime(regionInstant(t.year, t.month, t.day, t.hour, t.minute));
          expect(again).toEqual(t);
        },
      ),
    );
  });
});

describe('a day where there is little room', () => {
  it('is short in both languages, and words of a source stay as they are', () => {
    expect(formatShortDate('lv', '2026-09-04')).toBe('04.09.2026.');
    expect(plain(formatShortDate('en', '2026-11-04'))).toBe('4 Nov 2026');
    expect(formatShortDate('en', '2026-13-04')).toBe('2026-13-04');
    expect(formatShortDate('en', 'spring 2024')).toBe('spring 2024');
  });
});
