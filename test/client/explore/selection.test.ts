import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, select } from '../../../client/features/explore/selection.ts';
import type { TravelTime } from '../../../client/features/explore/travel.ts';
import { listing } from './fixtures.ts';

const known = (minutes: number): TravelTime => ({ state: 'known', minutes });
const blank: TravelTime = { state: 'blank', reason: 'no-route' };
const at = (id: string, time: TravelTime, venueId = id): Candidate => ({
  listing: listing({ id, venueId }),
  time,
});
const ids = (rows: readonly Candidate[]) => rows.map((row) => row.listing.id);

describe('select', () => {
  const rows = [at('a', known(40)), at('b', known(15)), at('c', blank), at('d', known(30))];

  it('keeps ways of exactly the limit, and counts dates whose way is unknown', () => {
    const chosen = select(rows, { within: '30', sort: 'time', venue: '', bbox: null });
    expect(ids(chosen.rows)).toEqual(['b', 'd']);
    expect(chosen.withoutTime).toBe(1);
  });

  it('orders by the way, the unknown last, never as 0 minutes', () => {
    expect(ids(select(rows, { within: '', sort: 'travel', venue: '', bbox: null }).rows)).toEqual([
      'b',
      'd',
      'a',
      'c',
    ]);
  });

  it('narrows nothing while times are awaited or no home is known', () => {
    const waiting = [at('a', { state: 'waiting' }), at('b', { state: 'no-home' })];
    expect(ids(select(waiting, { within: '15', sort: 'travel', venue: '', bbox: null }).rows)).toEqual([
      'a',
      'b',
    ]);
  });

  it('shows one venue when told', () => {
    expect(ids(select(rows, { within: '', sort: 'time', venue: 'd', bbox: null }).rows)).toEqual(['d']);
  });

  it('shows what the map shows, edges included, and counts dates without a place', () => {
    const placed = [
      { listing: listing({ id: 'edge', lonLat: [23, 57] }), time: blank },
      { listing: listing({ id: 'outside', lonLat: [23.01, 57] }), time: blank },
      { listing: listing({ id: 'nowhere', lonLat: null }), time: blank },
    ];
    const chosen = select(placed, { within: '', sort: 'time', venue: '', bbox: [22.9, 56.9, 23, 57.1] });
    expect(ids(chosen.rows)).toEqual(['edge']);
    expect(chosen.withoutPlace).toBe(1);
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
