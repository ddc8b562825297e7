import { readFileSync } from 'node:fs';
import { fromLks92 } from '#core/place/lks92.ts';
import type { HighwayClass, StreetEdge, StreetNetwork, Surface } from '#core/roads/street.ts';

/** The road network that ships with the project. */
export function shippedNetwork(): StreetNetwork {
  const file = new URL('../geodata/model/streets.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as StreetNetwork;
}

const classes: readonly HighwayClass[] = ['secondary', 'tertiary', 'unclassified', 'residential'];
const surfaces: readonly Surface[] = ['paved', 'gravel', 'ground'];

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
