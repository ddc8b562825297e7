import { describe, expect, it } from 'vitest';
import { roundTrips } from '#core/access/round-trip/compute.ts';
import { dimmed, litSlackSeconds, litWalks } from '#core/access/round-trip/lit.ts';
import { edgeFlag } from '#core/roads/columns.ts';
import type { StreetGraph } from '#core/roads/graph.ts';
import { snapOnFoot, walksBetween, walksOf } from '#core/transit/walks.ts';
import { at } from '../../toytown/toytown.ts';
import { snapIndex, streets } from '../../toytown/transit.ts';
import { tinyInput } from './tiny.ts';

/** Toytown with light in row 0, where a block is 25 minutes. `flags` are those of its streets. */
function lightInRow(flags: number): StreetGraph {
  const edgeFlags = streets.edgeFlags.map((before, edge) => {
    const ref = streets.strings[streets.edgeRef[edge] ?? 0];
    const unlit = before & ~(edgeFlag.builtUp | edgeFlag.lit | edgeFlag.lightUnknown);
    return ref === 'R0' ? unlit | flags : unlit | edgeFlag.lightUnknown;
  });
  return { ...streets, edgeFlags };
}

const [home, along, away] = snapOnFoot(snapIndex, [at(1.5, 0), at(0.5, 0), at(1, 0.5)]);
const litFrom = (flags: number, points = [home ?? null]) => {
  const graph = lightInRow(flags);
  const stops = [along ?? null, away ?? null];
  const walks = walksBetween(graph, points, stops, 1800);
  const lit = litWalks(walks, walksBetween(dimmed(graph), points, stops, 1800 + litSlackSeconds));
  return walksOf(walks, 0).map(({ stop, seconds }, i) => ({ stop, seconds, lit: lit[i] }));
};

describe('a walk', () => {
  it('is lit where all its streets are, by the map or because they are built up and nobody says they are not', () => {
    // A whole block along row 0; half a block of it and half a block up column 1, which is dark.
    const both = (lit: number) => [
      { stop: 0, seconds: 1500, lit },
      { stop: 1, seconds: 1500, lit: 0 },
    ];
    expect(litFrom(edgeFlag.lit)).toEqual(both(1));
    expect(litFrom(edgeFlag.builtUp | edgeFlag.lightUnknown)).toEqual(both(1));
    expect(litFrom(edgeFlag.builtUp)).toEqual(both(0));
    expect(litFrom(edgeFlag.lightUnknown)).toEqual(both(0));
  });

  it('may have a few steps without light', () => {
    const [near, far] = [0.0125, 0.02].map((blocks) => snapOnFoot(snapIndex, [at(1, blocks)])[0] ?? null);
    const stepsOff = (point: typeof home) =>
      litFrom(edgeFlag.lit, [point ?? null]).find(({ stop }) => stop === 0);
    // 25 m of column 1 are 19 s, 40 m are 30 s: three times more on dimmed streets.
    expect(stepsOff(near)?.lit).toBe(1);
    expect(stepsOff(far)?.lit).toBe(0);
  });
});

describe('after dark', () => {
  it('a lit walk is as long as by day, at the home, at the venue and all the way', () => {
    const trips = [
      { id: 'there', calls: '0 18:00, 1 18:30' },
      { id: 'back', calls: '1 21:30, 0 22:00' },
    ];
    const input = tinyInput(
      { stopCount: 2, trips },
      {
        startsAt: '2026-11-24T19:00:00+02:00',
        endsAt: '2026-11-24T21:00:00+02:00',
        homes: [
          { walks: [[0, 20]] },
          { walks: [[0, 20]] },
          { walks: [], direct: 25 },
          { walks: [], direct: 31 },
        ],
        venueWalks: [[1, 20]],
        settings: { darkWalkMinutes: 15 },
      },
    );
    const statuses = (venue: number) => {
      const lit = {
        home: Uint8Array.of(1, 0),
        venue: Uint8Array.of(venue),
        direct: Uint8Array.of(0, 0, 1, 1),
      };
      return roundTrips({ ...input, travel: { ...input.travel, lit } }).map(({ status }) => status);
    };
    // Who sets out by daylight comes, and waits at the stop; nobody can go home by daylight.
    expect(statuses(1)).toEqual(['round-trip', 'outbound-only', 'round-trip', 'none']);
    expect(statuses(0)).toEqual(['none', 'none', 'round-trip', 'none']);
    expect(roundTrips(input).map(({ homewardReason }) => homewardReason)).toEqual([
      'walk-too-long',
      'walk-too-long',
      'no-stop-within-walk',
      'no-stop-within-walk',
    ]);
  });
});
