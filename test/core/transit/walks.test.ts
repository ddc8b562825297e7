import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildGraph } from '#core/roads/graph.ts';
import { travelMatrix } from '#core/roads/journey.ts';
import { columnsOf } from '#core/roads/network.ts';
import { unreachable } from '#core/roads/reach.ts';
import { buildSnapIndex } from '#core/roads/snap.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { linkTimetable } from '#core/transit/link.ts';
import { defaultTransitSettings } from '#core/transit/settings.ts';
import { snapOnFoot, walksBetween, walksOf, walksTo } from '#core/transit/walks.ts';
import { anyNetwork } from '../../toytown/random.ts';
import { at } from '../../toytown/toytown.ts';
import { snapIndex, streets, timetable } from '../../toytown/transit.ts';

const anyPlace = fc.tuple(
  fc.integer({ min: -4, max: 24 }).map((i) => i / 4),
  fc.integer({ min: -4, max: 24 }).map((i) => i / 4),
);
const anyPlaces = fc.array(
  anyPlace.map(([column, row]) => at(column, row)),
  { minLength: 1, maxLength: 5 },
);

it('gives exactly the walks that whole searches give, from either side', () => {
  fc.assert(
    fc.property(
      anyNetwork(),
      anyPlaces,
      anyPlaces,
      fc.constantFrom(0, 300, 1800, 7200),
      (network, homes, stops, maxSeconds) => {
        const graph = buildGraph(columnsOf(network), defaultSpeeds, 3059);
        const index = buildSnapIndex(graph);
        const [from, to] = [snapOnFoot(index, homes), snapOnFoot(index, stops)];
        const { milliseconds } = travelMatrix(graph, 'foot', from, to);
        const walks = walksTo(graph, index, homes, stops, maxSeconds);
        const turned = walksBetween(graph, to, from, maxSeconds);
        homes.forEach((_, home) => {
          const truth = stops.flatMap((__, stop) => {
            const ms = milliseconds[stop * homes.length + home] ?? unreachable;
            const seconds = Math.ceil(ms / 1000);
            return ms < unreachable && seconds <= maxSeconds ? [{ stop, seconds }] : [];
          });
          const found = walksOf(walks, home);
          expect(found.toSorted((a, b) => a.stop - b.stop)).toEqual(truth);
          expect(found.map(({ seconds }) => seconds)).toEqual(
            truth.map(({ seconds }) => seconds).sort((a, b) => a - b),
          );
          for (const { stop, seconds } of truth) {
            expect(walksOf(turned, stop)).toContainEqual({ stop: home, seconds });
          }
        });
      },
    ),
  );
});

it('a slower walker is never nearer', () => {
  fc.assert(
    fc.property(anyNetwork(), anyPlaces, (network, places) => {
      const [usual, slow] = [4.8, 3.6].map((foot) => {
        const graph = buildGraph(columnsOf(network), { ...defaultSpeeds, foot }, 3059);
        return walksTo(graph, buildSnapIndex(graph), places, places, 3600);
      });
      if (!usual || !slow) throw new Error('no walks');
      places.forEach((_, place) => {
        const near = new Map(walksOf(usual, place).map(({ stop, seconds }) => [stop, seconds]));
        for (const { stop, seconds } of walksOf(slow, place)) {
          expect(near.get(stop) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(seconds);
        }
      });
    }),
  );
});

it('leaves a stop alone that is too far from any street', () => {
  const stops = timetable.stops.map((stop, i) => (i === 0 ? { ...stop, lonLat: at(0, -3) } : stop));
  const linked = linkTimetable(streets, snapIndex, { ...timetable, stops }, defaultTransitSettings);
  expect(linked.stopSnaps[0]).toBeNull();
  expect(linked.stopSnaps.filter((snap) => snap === null)).toHaveLength(1);
  expect(walksOf(linked.transfers, 0)).toEqual([]);
});
