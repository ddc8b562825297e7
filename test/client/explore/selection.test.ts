import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HomeRoundTrip } from '#core/access/round-trip-answer.ts';
import { type Candidate, select } from '../../../client/features/explore/selection.ts';
import type { TravelTime } from '../../../client/features/explore/travel.ts';
import type { Trip } from '../../../client/features/explore/trips.ts';
import { knownTrip, missedTrip, noServiceTrip, toyTrip } from '../transit/toy-trips.ts';
import { listing } from './fixtures.ts';

const known = (minutes: number): TravelTime => ({ state: 'known', minutes });
const blank: TravelTime = { state: 'blank', reason: 'no-route' };
const noHome: Trip = { state: 'no-home' };
const at = (id: string, time: TravelTime, venueId = id, trip: Trip = noHome): Candidate => ({
  listing: listing({ id, venueId }),
  time,
  trip,
});
const ids = (rows: readonly Candidate[]) => rows.map((row) => row.listing.id);

describe('select', () => {
  const rows = [at('a', known(40)), at('b', known(15)), at('c', blank), at('d', known(30))];

  it('keeps ways of exactly the limit, and counts dates whose way is unknown', () => {
    const chosen = select(rows, { within: '30', sort: 'time', venue: '', bbox: null, roundTrip: false });
    expect(ids(chosen.rows)).toEqual(['b', 'd']);
    expect(chosen.withoutTime).toBe(1);
  });

  it('orders by the way, the unknown last, never as 0 minutes', () => {
    expect(
      ids(select(rows, { within: '', sort: 'travel', venue: '', bbox: null, roundTrip: false }).rows),
    ).toEqual(['b', 'd', 'a', 'c']);
  });

  it('narrows nothing while times are awaited or no home is known', () => {
    const waiting = [at('a', { state: 'waiting' }), at('b', { state: 'no-home' })];
    expect(
      ids(select(waiting, { within: '15', sort: 'travel', venue: '', bbox: null, roundTrip: false }).rows),
    ).toEqual(['a', 'b']);
  });

  it('shows one venue when told', () => {
    expect(
      ids(select(rows, { within: '', sort: 'time', venue: 'd', bbox: null, roundTrip: false }).rows),
    ).toEqual(['d']);
  });

  it('shows what the map shows, edges included, and counts dates without a place', () => {
    const placed = [
      { listing: listing({ id: 'edge', lonLat: [23, 57] }), time: blank, trip: noHome },
      { listing: listing({ id: 'outside', lonLat: [23.01, 57] }), time: blank, trip: noHome },
      { listing: listing({ id: 'nowhere', lonLat: null }), time: blank, trip: noHome },
    ];
    const chosen = select(placed, {
      within: '',
      sort: 'time',
      venue: '',
      bbox: [22.9, 56.9, 23, 57.1],
      roundTrip: false,
    });
    expect(ids(chosen.rows)).toEqual(['edge']);
    expect(chosen.withoutPlace).toBe(1);
  });

  it('keeps what one gets home from, and says of every other date why not', () => {
    const trip = (one: HomeRoundTrip, event = {}): Trip => ({ state: 'known', ...knownTrip(one, event) });
    const booked = { zoneId: 'vane', bookBy: '2026-10-23T12:00:00+03:00' };
    const nowhere = noServiceTrip({ outboundReason: 'no-position', homewardReason: 'no-position' });
    const all = [
      at('yes', known(9), 'v', trip(toyTrip())),
      at('missed', known(9), 'v', trip(missedTrip())),
      at('nothing', known(9), 'v', trip(noServiceTrip())),
      at('booked', known(9), 'v', trip(missedTrip({ onDemand: booked }))),
      at('begun', known(9), 'v', { state: 'started' }),
      at('nowhere', known(9), 'v', trip(nowhere)),
      at('coming', known(9), 'v', { state: 'waiting' }),
    ];
    const choices = { within: '', sort: 'time', venue: '', bbox: null } as const;
    const chosen = select(all, { ...choices, roundTrip: true });
    expect(ids(chosen.rows)).toEqual(['yes', 'coming']);
    expect(chosen.withoutTrip).toEqual({ 'outbound-only': 1, none: 1, booked: 1, started: 1, unknown: 1 });
    expect(select(all, { ...choices, roundTrip: false }).rows).toHaveLength(all.length);
  });

  it('never invents, doubles or loses a date', () => {
    const time = fc.oneof(fc.nat(200).map(known), fc.constant(blank));
    fc.assert(
      fc.property(fc.array(time), fc.constantFrom('', '15', '60' as const), (times, within) => {
        const all = times.map((one, i) => at(`e${i}`, one));
        const { rows: shown, withoutTime } = select(all, {
          within: within as '',
          sort: 'travel',
          venue: '',
          bbox: null,
          roundTrip: false,
        });
        const tooFar = all.filter(
          ({ time: t }) => within !== '' && t.state === 'known' && t.minutes > Number(within),
        );
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.length + withoutTime + tooFar.length).toBe(all.length);
      }),
    );
  });
});
