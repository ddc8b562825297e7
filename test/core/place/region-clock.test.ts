import { afterEach, describe, expect, it } from 'vitest';
import { readDatetime } from '#core/contract/datetime.ts';
import { formatTime, isoDay, regionInstant, regionTime } from '#core/language/dates.ts';
import { localDay, localTime } from '#core/offer/local-time.ts';
import { expandEvent } from '#core/offer/occurrences.ts';
import { regionTimeZone, setRegionTime } from '#core/place/region-clock.ts';
import { bareEvent } from '../offer/fixture.ts';

const saoPaulo = { timeZone: 'America/Sao_Paulo' };
afterEach(() => setRegionTime({ timeZone: 'Europe/Riga' }));

const context = { addIssue: () => undefined, value: '', issues: [] } as never;

describe('the clocks of the region', () => {
  it('are those of Latvia until somebody says another region', () => {
    expect(regionTimeZone()).toBe('Europe/Riga');
    expect(localTime('2026-07-18T09:00:00Z')).toBe('2026-07-18T12:00:00+03:00');
  });

  it('are meant wherever a date is read, laid out, answered or written', () => {
    setRegionTime(saoPaulo);
    const instant = new Date('2026-07-18T01:30:00Z');
    expect(localTime(instant)).toBe('2026-07-17T22:30:00-03:00');
    expect(localDay(instant)).toBe('2026-07-17');
    expect(isoDay(instant)).toBe('2026-07-17');
    expect(formatTime('en', instant)).toBe('22:30');
    expect(regionTime(instant)).toMatchObject({ day: 17, hour: 22, weekday: 4 });
    expect(regionInstant(2026, 7, 17, 22, 30)).toEqual(instant);
    expect(readDatetime('2026-07-18', context)).toEqual({
      from: '2026-07-18T03:00:00.000Z',
      to: '2026-07-19T02:59:59.999Z',
    });
  });

  it('say when an event begins: seven in the evening is seven in the evening there', () => {
    const rule = { startLocal: '2026-07-17T19:00', durationMinutes: 90, rrule: null, exceptLocal: [] };
    const starts = () =>
      expandEvent({ ...bareEvent, rule }, new Date('2026-07-01'), new Date('2026-08-01')).map(
        ({ startsAt, endsAt }) => [startsAt, endsAt],
      );
    expect(starts()).toEqual([['2026-07-17T19:00:00+03:00', '2026-07-17T20:30:00+03:00']]);
    setRegionTime(saoPaulo);
    expect(starts()).toEqual([['2026-07-17T19:00:00-03:00', '2026-07-17T20:30:00-03:00']]);
  });

  it('are of a zone that there is', () => {
    expect(() => setRegionTime({ timeZone: 'Europe/Tukums' })).toThrow(RangeError);
    expect(regionTimeZone()).toBe('Europe/Riga');
  });
});
