import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { decodeGraph, encodeGraph } from '#core/roads/file.ts';
import { buildGraph, withSpeeds } from '#core/roads/graph.ts';
import { buildSnapIndex, snap } from '#core/roads/snap.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { at, network } from '../../toytown/toytown.ts';
import { anyRows, toColumns } from './random-columns.ts';
import { townOf } from './town.ts';

const { graph } = townOf(network);
const file = encodeGraph(graph);

/** The faults of reading bytes that are no graph. */
function faultsOf(bytes: Uint8Array): unknown {
  try {
    decodeGraph(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return error instanceof Problem && error.code === 'bad-import' ? error.faults : error;
  }
  return 'no fault';
}

const edited = (change: (bytes: Uint8Array) => void) => {
  const copy = Uint8Array.from(file);
  change(copy);
  return copy;
};

describe('the file of a graph', () => {
  it('gives the same graph back, whatever it holds', () => {
    fc.assert(
      fc.property(anyRows(), (rows) => {
        const built = buildGraph(toColumns(rows), defaultSpeeds, 32722);
        const bytes = encodeGraph(built);
        expect(decodeGraph(bytes)).toEqual(built);
        expect(encodeGraph(decodeGraph(bytes))).toEqual(bytes);
      }),
    );
  });

  it('takes an empty network', () => {
    const empty = townOf({ nodes: [], edges: [] }).graph;
    expect(decodeGraph(encodeGraph(empty))).toEqual(empty);
  });

  it('is read as views into shared memory, from shared bytes without a copy', () => {
    const shared = new SharedArrayBuffer(file.byteLength);
    new Uint8Array(shared).set(file);
    const decoded = decodeGraph(shared);
    for (const array of [decoded.edgeFrom, decoded.modes.car.in.hops, decoded.snapTree, decoded.usable]) {
      expect(array.buffer).toBe(shared);
    }
    const copied = decodeGraph(Uint8Array.from(file));
    expect(copied.edgeFrom.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(copied.modes.foot.in, 'walking back is walking there').toBe(copied.modes.foot.out);
  });

  it('can be snapped to as it is', () => {
    const place = at(0.25, 0.01);
    expect(snap(buildSnapIndex(decodeGraph(file)), place, 'car')).toEqual(
      snap(buildSnapIndex(graph), place, 'car'),
    );
  });

  it('is refused when it is something else, of another version or cut short anywhere', () => {
    expect(faultsOf(new Uint8Array(0))).toMatchObject([{ field: 'graph/magic', fault: 'malformed' }]);
    expect(faultsOf(new TextEncoder().encode('{"nodes": [], "edges": []}'))).toMatchObject([
      { field: 'graph/magic' },
    ]);
    expect(faultsOf(edited((bytes) => bytes.set([9], 8)))).toMatchObject([
      { field: 'graph/version', value: '9', expected: '1' },
    ]);
    expect(faultsOf(edited((bytes) => bytes.fill(0x7b, 16, 20)))).toMatchObject([{ field: 'graph/header' }]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: file.byteLength - 1 }), (length) => {
        expect(faultsOf(file.slice(0, length))).toMatchObject([{ fault: 'malformed' }]);
      }),
    );
    expect(faultsOf(Uint8Array.of(...file, 0))).toMatchObject([{ field: 'graph/byteLength' }]);
  });
});

describe('other speeds', () => {
  it('leave the graph as it is when they are the same, and reckon it anew when not', () => {
    const decoded = decodeGraph(file);
    expect(withSpeeds(decoded, structuredClone(defaultSpeeds))).toBe(decoded);
    const slower = { ...defaultSpeeds, foot: 3.6 };
    expect(withSpeeds(decoded, slower)).toEqual(townOf(network, slower).graph);
  });
});
