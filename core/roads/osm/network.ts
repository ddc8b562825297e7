import { junctionKinds } from '../columns.ts';
import { freePassage, type Passage } from './barrier.ts';
import { metresBetween } from './distance.ts';
import type { OsmExtract } from './extract.ts';
import { IntList } from './lists.ts';
import type { Pieces } from './pieces.ts';

/** Edges and nodes as they will be travelled, before it is decided what they are made of. */
export interface Network {
  readonly nodeLonLat: Int32Array;
  readonly nodeKind: Uint8Array;
  readonly edgeCount: number;
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  readonly edgeDecimetres: Int32Array;
  /** Index of the way in the extract. */
  readonly edgeWay: Int32Array;
  readonly lineOffset: Int32Array;
  readonly linePoints: Int32Array;
  /** Edges of a hand's breadth that stand for a barrier, with who passes it. */
  readonly barriers: ReadonlyMap<number, Passage>;
  /** Number of the node of the network for each node of the extract; -1 for none. */
  readonly nodeOf: Int32Array;
}

/** Length of an edge that stands for a barrier. */
const barrierMetres = 0.1;

class Builder {
  readonly #extract: OsmExtract;
  readonly #pieces: Pieces;
  readonly lonLat = new IntList();
  readonly kind = new IntList();
  readonly from = new IntList();
  readonly to = new IntList();
  readonly decimetres = new IntList();
  readonly way = new IntList();
  readonly lineOffset = new IntList();
  readonly linePoints = new IntList();
  readonly barriers = new Map<number, Passage>();
  readonly nodeOf: Int32Array;
  /** Ends of pieces at each node that somebody is held up at. */
  readonly #ends = new Map<number, number>();
  readonly #met = new Map<number, number>();

  constructor(extract: OsmExtract, pieces: Pieces) {
    this.#extract = extract;
    this.#pieces = pieces;
    this.nodeOf = new Int32Array(extract.nodes.ids.length).fill(-1);
    this.lineOffset.push(0);
    for (let piece = 0; piece < pieces.count; piece += 1) {
      for (const node of this.#endsOf(piece)) {
        if (this.#passage(node) === freePassage) continue;
        this.#ends.set(node, (this.#ends.get(node) ?? 0) + 1);
      }
    }
  }

  #endsOf(piece: number): readonly [first: number, last: number] {
    const { offset, nodes } = this.#pieces;
    return [nodes[offset[piece] ?? 0] ?? 0, nodes[(offset[piece + 1] ?? 0) - 1] ?? 0];
  }

  #passage(node: number): Passage {
    return this.#extract.points.get(node)?.passage ?? freePassage;
  }

  #addNode(lon: number, lat: number, kind: number): number {
    this.lonLat.push(lon);
    this.lonLat.push(lat);
    this.kind.push(kind);
    return this.kind.length - 1;
  }

  #nodeFor(node: number): number {
    const known = this.nodeOf[node] ?? -1;
    if (known >= 0) return known;
    const { lon, lat } = this.#extract.nodes;
    const kind = junctionKinds.indexOf(this.#extract.points.get(node)?.kind ?? 'plain');
    const added = this.#addNode(lon[node] ?? 0, lat[node] ?? 0, kind);
    this.nodeOf[node] = added;
    return added;
  }

  /** Whether the piece ends before a barrier: of all that meet there, the first one reaches the node itself. */
  #stopsBefore(node: number): boolean {
    if ((this.#ends.get(node) ?? 0) < 2) return false;
    const met = this.#met.get(node) ?? 0;
    this.#met.set(node, met + 1);
    return met > 0;
  }

  /** A node a hand's breadth from `node` towards `next`. */
  #nodeBefore(node: number, next: number): number {
    const { lon, lat } = this.#extract.nodes;
    const [fromLon, fromLat] = [lon[node] ?? 0, lat[node] ?? 0];
    const [toLon, toLat] = [lon[next] ?? 0, lat[next] ?? 0];
    const metres = metresBetween(fromLon, fromLat, toLon, toLat);
    const share = metres === 0 ? 0 : Math.min(0.5, barrierMetres / metres);
    const along = (a: number, b: number) => Math.round(a + share * (b - a));
    return this.#addNode(along(fromLon, toLon), along(fromLat, toLat), 0);
  }

  #addEdge(from: number, to: number, way: number, metres: number, between: readonly number[]): number {
    this.from.push(from);
    this.to.push(to);
    this.way.push(way);
    this.decimetres.push(Math.max(1, Math.round(metres * 10)));
    const at = this.lonLat.view();
    const points = [
      at[2 * from] ?? 0,
      at[2 * from + 1] ?? 0,
      ...between,
      at[2 * to] ?? 0,
      at[2 * to + 1] ?? 0,
    ];
    for (const coordinate of points) this.linePoints.push(coordinate);
    this.lineOffset.push(this.linePoints.length / 2);
    return this.from.length - 1;
  }

  addPiece(piece: number): void {
    const { offset, nodes, way: ways } = this.#pieces;
    const { lon, lat } = this.#extract.nodes;
    const [begin, end] = [offset[piece] ?? 0, (offset[piece + 1] ?? 0) - 1];
    const way = ways[piece] ?? 0;
    const between: number[] = [];
    let metres = 0;
    for (let i = begin; i <= end; i += 1) {
      const [here, before] = [nodes[i] ?? 0, nodes[i - 1] ?? 0];
      if (i > begin)
        metres += metresBetween(lon[before] ?? 0, lat[before] ?? 0, lon[here] ?? 0, lat[here] ?? 0);
      if (i > begin && i < end) between.push(lon[here] ?? 0, lat[here] ?? 0);
    }
    const [first, last] = this.#endsOf(piece);
    const hubs = [this.#nodeFor(first), this.#nodeFor(last)] as const;
    const from = this.#stopsBefore(first) ? this.#nodeBefore(first, nodes[begin + 1] ?? 0) : hubs[0];
    const to = this.#stopsBefore(last) ? this.#nodeBefore(last, nodes[end - 1] ?? 0) : hubs[1];
    const bar = (node: number, a: number, b: number) => {
      if (a !== b) this.barriers.set(this.#addEdge(a, b, way, barrierMetres, []), this.#passage(node));
    };
    bar(first, hubs[0], from);
    this.#addEdge(from, to, way, metres, between);
    bar(last, to, hubs[1]);
  }
}

/** Numbers the junctions and measures the edges; a barrier becomes an edge of its own, so that each mode can be held up there. */
export function buildNetwork(extract: OsmExtract, pieces: Pieces): Network {
  const builder = new Builder(extract, pieces);
  for (let piece = 0; piece < pieces.count; piece += 1) builder.addPiece(piece);
  return {
    nodeLonLat: builder.lonLat.view(),
    nodeKind: Uint8Array.from(builder.kind.view()),
    edgeCount: builder.from.length,
    edgeFrom: builder.from.view(),
    edgeTo: builder.to.view(),
    edgeDecimetres: builder.decimetres.view(),
    edgeWay: builder.way.view(),
    lineOffset: builder.lineOffset.view(),
    linePoints: builder.linePoints.view(),
    barriers: builder.barriers,
    nodeOf: builder.nodeOf,
  };
}
