import { describe, expect, it } from 'vitest';
import type { CultureEvent } from '#core/offer/event.ts';
import { instantOf, localTime, readWall } from '#core/offer/local-time.ts';
import { expandEvent } from '#core/offer/occurrences.ts';

const event = (rule: Partial<CultureEvent['rule']>, more: Partial<CultureEvent> = {}): CultureEvent => ({
  id: 'ball',
  list: 'test',
  titleLv: 'Balle',
  titleEn: null,
  descriptionLv: null,
  descriptionEn: null,
  category: 'dance',
  audience: [],
  umbrellaId: null,
  venueId: 'hall',
  place: 'Zāle',
  organiser: null,
  price: { state: 'not-stated' },
  rule: { startLocal: '2026-03-22T19:00', durationMinutes: null, rrule: null, exceptLocal: [], ...rule },
  status: 'scheduled',
  changes: [],
  modelFields: [],
  url: null,
  source: 'test',
  confidence: 'high',
  isModel: false,
  ...more,
});

const expand = (made: CultureEvent, from = '2026-01-01T00:00:00Z', to = '2026-12-31T00:00:00Z') =>
  expandEvent(made, new Date(from), new Date(to));

describe('wall clock and instant', () => {
  it('knows summer and winter time of Latvia', () => {
    expect(localTime('2026-07-18T09:00:00Z')).toBe('2026-07-18T12:00:00+03:00');
    expect(localTime('2026-12-24T09:00:00Z')).toBe('2026-12-24T11:00:00+02:00');
  });

  it('takes a skipped time an hour later and the first of a time shown twice', () => {
    expect(localTime(instantOf(readWall('2026-03-29T03:30')))).toBe('2026-03-29T04:30:00+03:00');
    expect(localTime(instantOf(readWall('2026-10-25T03:30')))).toBe('2026-10-25T03:30:00+03:00');
  });

  it('knows that there is no 30 February and no 25th hour', () => {
    expect(readWall('2026-02-30T10:00')).toBeNaN();
    expect(readWall('2026-02-20T25:00')).toBeNaN();
  });
});

describe('dates of an event', () => {
  it('may be more than its rule gives, each with an address of its own', () => {
    const rule = { rrule: 'FREQ=WEEKLY;COUNT=2', alsoLocal: ['2026-04-01T11:00', '2026-03-29T19:00'] };
    const change = { startLocal: '2026-04-01T11:00', status: 'cancelled', newStartLocal: null } as const;
    const dates = expand(event(rule, { changes: [{ ...change, newVenueId: null, note: null }] }));
    expect(dates.map(({ id, status }) => [id, status])).toEqual([
      ['ball_20260322T1900', 'scheduled'],
      ['ball_20260329T1900', 'scheduled'],
      ['ball_20260401T1100', 'cancelled'],
    ]);
  });

  it('keep 19:00 at 19:00 across the spring night', () => {
    const starts = expand(event({ rrule: 'FREQ=WEEKLY;COUNT=3' })).map(({ startsAt }) => startsAt);
    expect(starts).toEqual([
      '2026-03-22T19:00:00+02:00',
      '2026-03-29T19:00:00+03:00',
      '2026-04-05T19:00:00+03:00',
    ]);
  });

  it('end at the stated time of the clock in the night when clocks go back', () => {
    const [ball] = expand(event({ startLocal: '2026-10-24T22:00', durationMinutes: 7 * 60 }));
    expect(ball?.endsAt).toBe('2026-10-25T05:00:00+02:00');
  });

  it('have no end when none is stated', () => {
    expect(expand(event({}))[0]?.endsAt).toBeNull();
  });

  it('leave exceptions out', () => {
    const made = event({ rrule: 'FREQ=WEEKLY;COUNT=3', exceptLocal: ['2026-03-29T19:00'] });
    expect(expand(made).map(({ id }) => id)).toEqual(['ball_20260322T1900', 'ball_20260405T1900']);
  });

  it('keep their id when moved, and carry status, note and venue of the change', () => {
    const change = {
      startLocal: '2026-03-29T19:00',
      status: 'moved',
      newStartLocal: '2026-03-30T18:00',
      newVenueId: 'barn',
      note: 'Zālē remonts',
    } as const;
    const [, second] = expand(event({ rrule: 'FREQ=WEEKLY;COUNT=3' }, { changes: [change] }));
    expect(second).toMatchObject({
      id: 'ball_20260329T1900',
      startsAt: '2026-03-30T18:00:00+03:00',
      status: 'moved',
      venueId: 'barn',
      note: 'Zālē remonts',
    });
  });

  it('are found where they were moved to, although the rule has them elsewhere', () => {
    const change = {
      startLocal: '2026-03-22T19:00',
      status: 'moved',
      newStartLocal: '2026-06-01T19:00',
      newVenueId: null,
      note: null,
    } as const;
    const made = event({}, { changes: [change] });
    expect(expand(made, '2026-05-01T00:00:00Z')).toHaveLength(1);
    expect(expand(made, '2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z')).toHaveLength(0);
  });

  it('are all cancelled when the event is', () => {
    const made = event({ rrule: 'FREQ=DAILY;COUNT=2' }, { status: 'cancelled' });
    expect(expand(made).map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  });

  it('count as long as they last: an exhibition under way is found', () => {
    const made = event({ startLocal: '2026-05-01T10:00', durationMinutes: 30 * 24 * 60 });
    expect(expand(made, '2026-05-20T00:00:00Z', '2026-05-21T00:00:00Z')).toHaveLength(1);
    expect(expand(made, '2026-06-02T00:00:00Z', '2026-06-03T00:00:00Z')).toHaveLength(0);
  });

  it('follow rules like "third Saturday of July" and "first Advent" over years', () => {
    const festival = event({ startLocal: '2020-07-18T12:00', rrule: 'FREQ=YEARLY;BYMONTH=7;BYDAY=3SA' });
    const starts = expand(festival, '2026-01-01T00:00:00Z', '2028-01-01T00:00:00Z');
    expect(starts.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2026-07-18', '2027-07-17']);
  });

  it('stop at UNTIL, whichever way it is written', () => {
    const daily = (until: string) =>
      expand(event({ startLocal: '2026-07-01T19:00', rrule: `FREQ=DAILY;UNTIL=${until}` })).length;
    expect(daily('20260703')).toBe(3);
    expect(daily('20260703T160000Z')).toBe(3);
    expect(daily('20260703T155959Z')).toBe(2);
    expect(daily('20260703T190000')).toBe(3);
  });

  it.each(['FREQ=SECONDLY', 'FREQ=WEEKLY;BYDAY=XX', 'nonsense', 'FREQ=DAILY;INTERVAL=0', 'FREQ=DAILY;X=1'])(
    'refuse the rule %s',
    (rrule) => {
      expect(() => expand(event({ rrule }))).toThrow();
    },
  );
});
