import { readFileSync } from 'node:fs';
import { fromLks92 } from '#core/place/lks92.ts';
import { accessLevel, roadSurfaces, type StreetColumns } from '#core/roads/columns.ts';
import {
  type HighwayClass,
  highwayClasses,
  type StreetEdge,
  type StreetNetwork,
} from '#core/roads/street.ts';

/** The road network that ships with the project. */
export function shippedNetwork(): StreetNetwork {
  const file = new URL('../geodata/model/streets.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as StreetNetwork;
}

const classes: readonly HighwayClass[] = ['secondary', 'tertiary', 'unclassified', 'residential'];
const surfaces = ['paved', 'gravel', 'ground'] as const;

/**
 * A made-up road network of about `junctions` junctions, the same on every run: a grid of about 300 m with
 * every junction moved at random, a fifth of the streets missing, a twentieth one-way.
 */
export function syntheticNetwork(junctions: number): StreetNetwork {
  const random = createRandom(20_261_127);
  const side = Math.round(Math.sqrt(junctions));
  const spots = Array.from({ length: side * side }, (_, k) => ({
    east: 350_000 + 300 * ((k % side) + 0.6 * random()),
    north: 250_000 + 300 * (Math.floor(k / side) + 0.6 * random()),
  }));
  const nodes = spots.map((spot, id) => ({ id, lonLat: fromLks92(spot), name: null }));
  const edges: StreetEdge[] = [];
  const join = (from: number, to: number) => {
    const start = spots[from];
    const end = spots[to];
    const [a, b] = [nodes[from], nodes[to]];
    if (!start || !end || !a || !b || random() < 0.2) return;
    edges.push({
      source: 'made up',
      confidence: 'made up',
      isModel: true,
      id: edges.length,
      from,
      to,
      lengthMetres: 1.1 * Math.hypot(start.east - end.east, start.north - end.north),
      highway: classes[Math.floor(random() * classes.length)] ?? 'residential',
      surface: surfaces[Math.floor(random() * surfaces.length)] ?? 'gravel',
      isBuiltUp: random() < 0.2,
      oneway: random() < 0.05,
      ref: null,
      name: null,
      role: 'road',
      line: [a.lonLat, b.lonLat],
    });
  };
  for (let k = 0; k < side * side; k += 1) {
    if (k % side < side - 1) join(k, k + 1);
    if (k + side < side * side) join(k, k + side);
  }
  return { nodes, edges };
}

const open = 0b101010;
const endsForCars = 0b101000 | accessLevel.ends;

/**
 * The same kind of network in columns and as large as a country: about `junctions` junctions, one road in
 * twenty ends-only for cars, every road with two bends in its drawn line. Rows are in the order of the grid.
 */
export function syntheticColumns(junctions: number): StreetColumns {
  const random = createRandom(20_261_127);
  const side = Math.round(Math.sqrt(junctions));
  const nodeCount = side * side;
  const nodeLonLat = new Int32Array(2 * nodeCount);
  // 300 m, roughly: 0.0049 degrees of longitude and 0.0027 of latitude at 57 degrees north.
  for (let node = 0; node < nodeCount; node += 1) {
    nodeLonLat[2 * node] = 210_000_000 + 49_000 * ((node % side) + 0.6 * random());
    nodeLonLat[2 * node + 1] = 550_000_000 + 27_000 * (Math.floor(node / side) + 0.6 * random());
  }
  const [from, to]: number[][] = [[], []];
  const join = (a: number, b: number) => {
    if (random() < 0.2) return;
    from?.push(a);
    to?.push(b);
  };
  for (let node = 0; node < nodeCount; node += 1) {
    if (node % side < side - 1) join(node, node + 1);
    if (node + side < nodeCount) join(node, node + side);
  }
  return describe(nodeLonLat, Int32Array.from(from ?? []), Int32Array.from(to ?? []), random);
}

function describe(
  nodeLonLat: Int32Array,
  edgeFrom: Int32Array,
  edgeTo: Int32Array,
  random: () => number,
): StreetColumns {
  const count = edgeFrom.length;
  const lineOffset = Int32Array.from({ length: count + 1 }, (_, edge) => 4 * edge);
  const linePoints = new Int32Array(8 * count);
  const edgeDecimetres = new Int32Array(count);
  for (let edge = 0; edge < count; edge += 1) {
    const at = (node: number | undefined, axis: number) => nodeLonLat[2 * (node ?? 0) + axis] ?? 0;
    const [lon, lat] = [0, 1].map((axis) => {
      const [start, end] = [at(edgeFrom[edge], axis), at(edgeTo[edge], axis)];
      for (let i = 0; i < 4; i += 1) linePoints[8 * edge + 2 * i + axis] = start + ((end - start) * i) / 3;
      return end - start;
    });
    // 0.061 decimetres east and 0.111 north in a unit of 1e-7 degrees.
    edgeDecimetres[edge] = Math.max(1, 1.1 * Math.hypot(0.061 * (lon ?? 0), 0.111 * (lat ?? 0)));
  }
  const pick = (values: readonly number[]) =>
    Uint8Array.from({ length: count }, () => values[Math.floor(random() * values.length)] ?? 0);
  return {
    nodeLonLat,
    nodeKind: new Uint8Array(nodeLonLat.length / 2),
    edgeFrom,
    edgeTo,
    edgeDecimetres,
    edgeHighway: pick(classes.map((highway) => highwayClasses.indexOf(highway))),
    edgeSurface: pick(surfaces.map((surface) => roadSurfaces.indexOf(surface))),
    edgeFlags: new Uint16Array(count),
    edgeMaxSpeedKmh: new Uint8Array(count),
    edgeAccess: Uint16Array.from({ length: count }, () => {
      const level = random() < 0.05 ? endsForCars : open;
      return random() < 0.05 ? level | (0b100000 << 6) : level | (level << 6);
    }),
    edgeFixedSeconds: new Int32Array(count),
    edgeRef: new Int32Array(count),
    edgeName: new Int32Array(count),
    strings: [''],
    lineOffset,
    linePoints,
    restrictions: [],
  };
}

/** The mulberry32 generator: small, seeded, good enough to scatter junctions. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
