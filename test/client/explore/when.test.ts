import { describe, expect, it } from 'vitest';
import type { WhenChoice } from '../../../client/features/explore/choices.ts';
import { groupByDay, intervalOf, isTurned, toDatetime } from '../../../client/features/explore/when.ts';

const none = { from: '', to: '' };
const ask = (when: WhenChoice, now: string, own = none) => toDatetime(intervalOf(when, own, new Date(now)));

describe('the interval of a choice, by the clock of Riga', () => {
  // Wednesday, 21 October 2026; summer time (+03:00) ends on Sunday the 25th.
  const wednesday = '2026-10-21T14:25:00+03:00';

  it('is the rest of today, from the full hour', () => {
    expect(ask('today', wednesday)).toBe('2026-10-21T11:00:00Z/2026-10-21T20:59:59Z');
  });

  it('is the whole of tomorrow', () => {
    expect(ask('tomorrow', wednesday)).toBe('2026-10-21T21:00:00Z/2026-10-22T20:59:59Z');
  });

  it('is Friday 17:00 to Sunday 24:00, across the change of the clocks', () => {
    expect(ask('weekend', wednesday)).toBe('2026-10-23T14:00:00Z/2026-10-25T21:59:59Z');
  });

  it('is what is left of the weekend once it has begun', () => {
    expect(ask('weekend', '2026-10-24T11:30:00+03:00')).toBe('2026-10-24T08:00:00Z/2026-10-25T21:59:59Z');
    expect(ask('weekend', '2026-10-25T23:10:00+02:00')).toBe('2026-10-25T21:00:00Z/2026-10-25T21:59:59Z');
  });

  it('is the coming weekend again from Monday', () => {
    expect(ask('weekend', '2026-10-26T00:10:00+02:00')).toBe('2026-10-30T15:00:00Z/2026-11-01T21:59:59Z');
  });

  it('asks what day it is in Riga, not in Greenwich', () => {
    expect(ask('today', '2026-10-20T21:30:00Z')).toBe('2026-10-20T21:00:00Z/2026-10-21T20:59:59Z');
  });

  it('takes whole days of one’s own, open where none is given', () => {
    const own = { from: '2026-12-24', to: '2026-12-26' };
    expect(ask('dates', wednesday, own)).toBe('2026-12-23T22:00:00Z/2026-12-26T21:59:59Z');
    expect(ask('dates', wednesday)).toBe('2026-10-21T11:00:00Z/..');
  });

  it('knows dates the wrong way round', () => {
    expect(isTurned({ from: '2026-12-26', to: '2026-12-24' })).toBe(true);
    expect(isTurned({ from: '2026-12-24', to: '2026-12-24' })).toBe(false);
    expect(isTurned({ from: '2026-12-24', to: '' })).toBe(false);
  });
});

describe('groups by day', () => {
  it('puts what began on an earlier day first, and keeps the order of days', () => {
    const rows = [
      { startsAt: '2026-10-01T10:00:00+03:00' },
      { startsAt: '2026-10-21T09:00:00+03:00' },
      { startsAt: '2026-10-21T18:00:00+03:00' },
      { startsAt: '2026-10-22T00:30:00+03:00' },
    ];
    const groups = groupByDay(rows, new Date('2026-10-21T14:00:00+03:00'));
    expect(groups.map(({ day, rows: own }) => [day, own.length])).toEqual([
      [null, 1],
      ['2026-10-21', 2],
      ['2026-10-22', 1],
    ]);
  });
});
