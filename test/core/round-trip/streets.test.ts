import { describe, expect, it } from 'vitest';
import { roundTrips } from '#core/access/round-trip/compute.ts';
import type { RoundTripInput, StreetTravel } from '#core/access/round-trip/input.ts';
import { unreachable } from '#core/roads/reach.ts';
import { tinyInput } from './tiny.ts';

/** Minutes there and back; null is no way. */
type Minutes = readonly (readonly [there: number | null, back: number | null])[];

function trips(
  mode: StreetTravel['mode'],
  minutes: Minutes,
  endsAt = '2026-11-24T21:00:00+02:00',
  lit: Uint8Array | null = null,
) {
  const input: RoundTripInput = tinyInput(
    { stopCount: 1, trips: [] },
    {
      startsAt: '2026-11-24T19:00:00+02:00',
      endsAt,
      homes: minutes.map((_, i) => ({ walks: [], isSnapped: i < 9 })),
      venueWalks: [],
      settings: { darkWalkMinutes: 15 },
    },
  );
  const column = (way: 0 | 1) =>
    Int32Array.from(minutes, (both) => (both[way] === null ? unreachable : both[way] * 60_000));
  const travel = {
    kind: 'streets',
    mode,
    toVenueMs: column(0),
    fromVenueMs: column(1),
    maxFootMinutes: 180,
    lit,
  } as const;
  return roundTrips({ ...input, travel });
}

describe('a round trip on streets', () => {
  it('takes the time there and the time back', () => {
    expect(trips('car', [[20, 25]])).toEqual([
      {
        status: 'round-trip',
        outboundReason: null,
        homewardReason: null,
        leaveBy: '2026-11-24T18:30:00+02:00',
        homeAt: '2026-11-24T21:35:00+02:00',
        awayMinutes: 185,
        // Ten minutes before the start and ten after the end.
        waitMinutes: 20,
        ridesOutbound: 0,
        ridesHomeward: 0,
        missedMinutes: null,
        onDemand: null,
      },
    ]);
  });

  it('says why there is none', () => {
    const far = Array.from({ length: 10 }, (): readonly [number, number] => [20, 20]);
    expect(trips('car', far).at(-1)).toMatchObject({ status: 'none', outboundReason: 'unsnapped' });
    expect(trips('car', [[null, 10]])).toMatchObject([
      { status: 'homeward-only', outboundReason: 'no-route' },
    ]);
    expect(trips('bicycle', [[20, null]])).toMatchObject([
      { status: 'outbound-only', homewardReason: 'no-route' },
    ]);
    expect(trips('car', [[20, 50]], '2026-11-25T01:00:00+02:00')[0]?.homeAt).toBe(
      '2026-11-25T02:00:00+02:00',
    );
    expect(trips('car', [[20, 51]], '2026-11-25T01:00:00+02:00')).toMatchObject([
      { status: 'outbound-only', homewardReason: 'home-too-late' },
    ]);
  });

  it('caps the walk after dark on foot, not the ride by bicycle', () => {
    expect(trips('foot', [[15, 15]])[0]?.status).toBe('round-trip');
    const long = trips('foot', [[16, 16]])[0];
    // There by dusk, and waiting; home in the dark is too long.
    expect([long?.status, long?.homewardReason]).toEqual(['outbound-only', 'walk-too-long']);
    expect(trips('bicycle', [[16, 16]])[0]?.status).toBe('round-trip');
    const evening = '2026-11-24T21:00:00+02:00';
    const lit = trips(
      'foot',
      [
        [16, 16],
        [16, 16],
      ],
      evening,
      Uint8Array.of(0, 1),
    );
    expect(lit.map(({ status }) => status)).toEqual(['outbound-only', 'round-trip']);
    // By dusk, at 16:47, is 2 h 3 min before one has to be there: with 58 minutes of walking more than three hours.
    expect(trips('foot', [[56, 56]])[0]?.outboundReason).toBeNull();
    expect(trips('foot', [[58, 58]])[0]?.outboundReason).toBe('walk-too-long');
    expect(trips('foot', [[181, 181]])[0]).toMatchObject({ outboundReason: 'walk-too-long' });
  });
});
