import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessLevel } from '#core/roads/columns.ts';
import { decodeGraph, encodeGraph } from '#core/roads/file.ts';
import { buildGraph, type StreetGraph } from '#core/roads/graph.ts';
import { travelMatrix } from '#core/roads/journey.ts';
import { connectionOf } from '#core/roads/osm/connection.ts';
import type { OsmStreets } from '#core/roads/osm/streets.ts';
import { buildSnapIndex, snap } from '#core/roads/snap.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { modes } from '#core/roads/street.ts';
import { readOsmStreets } from '#server/import/transport/osm-file.ts';

const file = fileURLToPath(new URL('../../../../shared/real/porto-alegre/poa_osm.pbf', import.meta.url));
const isThere = existsSync(file);
if (!isThere) process.stderr.write('skipped: no real streets of Porto Alegre beside the project\n');

describe.skipIf(!isThere)(
  'the streets of Porto Alegre (real extract, when it lies beside the project)',
  () => {
    let streets: OsmStreets;
    let graph: StreetGraph;
    beforeAll(async () => {
      streets = await readOsmStreets(file);
      graph = buildGraph(streets.columns, defaultSpeeds, 32722);
    });

    it('has as many nodes and ways as its description says', () => {
      expect(streets.extract.counts).toMatchObject({ nodes: 43_264, ways: 16_032, relations: 23 });
      expect(streets.runs.missingNodes).toBe(0);
    });

    it('has a plausible length, every edge a junction at each end and a line of its own', () => {
      const { columns } = streets;
      const km = columns.edgeDecimetres.reduce((sum, each) => sum + each / 10_000, 0);
      expect(km).toBeGreaterThan(1_900);
      expect(km).toBeLessThan(2_000);
      for (let edge = 0; edge < columns.edgeFrom.length; edge += 1) {
        const [from, to] = [columns.edgeFrom[edge] ?? -1, columns.edgeTo[edge] ?? -1];
        expect(from).not.toBe(to);
        const [first, end] = [columns.lineOffset[edge] ?? 0, columns.lineOffset[edge + 1] ?? 0];
        expect(end - first).toBeGreaterThanOrEqual(2);
        expect(columns.linePoints[2 * first]).toBe(columns.nodeLonLat[2 * from]);
        expect(columns.linePoints[2 * end - 1]).toBe(columns.nodeLonLat[2 * to + 1]);
      }
    });

    it('keeps every traffic light and level crossing of its streets', () => {
      const kinds = streets.columns.nodeKind;
      expect(kinds.filter((kind) => kind === 1)).toHaveLength(1650);
      expect(kinds.filter((kind) => kind === 2)).toHaveLength(3);
    });

    it('hangs together: nearly all streets of each mode can be reached from the others', () => {
      for (const mode of modes) {
        const { km, unconnectedKm } = connectionOf(graph, mode);
        expect(km).toBeGreaterThan(1_600);
        expect(unconnectedKm / km).toBeLessThan(0.06);
      }
    });

    it('closes motorways to walkers and stairs to wheels', () => {
      const { columns, extract, network } = streets;
      for (let edge = 0; edge < network.edgeCount; edge += 1) {
        const profile = extract.profiles[extract.roads.profile[network.edgeWay[edge] ?? 0] ?? 0];
        const access = columns.edgeAccess[edge] ?? 0;
        if (profile?.highway === 'motorway') expect((access >> 4) & 3).toBe(accessLevel.closed);
        if (profile?.highway === 'steps') expect(access & 0b1111).toBe(accessLevel.closed);
      }
    });

    it('routes: from the market to the bus station and back, by each mode on streets that lead there', () => {
      const index = buildSnapIndex(graph);
      const market = [-51.227811, -30.027565] as const;
      const station = [-51.218856, -30.023285] as const;
      for (const mode of modes) {
        const points = [snap(index, market, mode), snap(index, station, mode)];
        const { milliseconds, decimetres } = travelMatrix(graph, mode, points, points);
        const straight = 985;
        for (const pair of [1, 2]) {
          // No shorter than straight, and no faster than 60 km/h or slower than a walk with detours.
          expect(decimetres[pair]).toBeGreaterThan(straight * 10);
          expect(decimetres[pair]).toBeLessThan(straight * 30);
          expect(milliseconds[pair]).toBeGreaterThan(60_000);
          expect(milliseconds[pair]).toBeLessThan(1_800_000);
        }
      }
    });

    it('is a graph that is kept as bytes and read back', () => {
      const back = decodeGraph(encodeGraph(graph));
      expect(back.edgeCount).toBe(graph.edgeCount);
      expect(back.modes.car.forwardMs).toEqual(graph.modes.car.forwardMs);
    });
  },
);
