import type { OsmExtract } from './extract.ts';
import { IntList } from './lists.ts';
import type { Runs } from './runs.ts';

/** Stretches between junctions, still by nodes of the file. */
export interface Pieces {
  readonly count: number;
  /** Index of the way of each piece; pieces of a way stand together, in its direction. */
  readonly way: Int32Array;
  /** Nodes of piece p: `nodes[offset[p]] .. nodes[offset[p + 1]]`. */
  readonly offset: Int32Array;
  readonly nodes: Int32Array;
  /** Closed stretches that were cut in two, so that no piece ends where it begins. */
  readonly loopsCut: number;
}

/** Which nodes end a piece: ends of runs, nodes met twice, and points that somebody is held up at. */
function findJunctions({ nodes, points }: OsmExtract, runs: Runs): Uint8Array {
  const uses = new Uint8Array(nodes.ids.length);
  for (let run = 0; run < runs.count; run += 1) {
    const [first, last] = [runs.offset[run] ?? 0, (runs.offset[run + 1] ?? 0) - 1];
    for (let i = first; i <= last; i += 1) {
      const node = runs.nodes[i] ?? 0;
      const isEnd = i === first || i === last;
      uses[node] = Math.min(2, (uses[node] ?? 0) + (isEnd ? 2 : 1));
    }
  }
  for (const node of points.keys()) if ((uses[node] ?? 0) > 0) uses[node] = 2;
  return uses.map((use) => (use === 2 ? 1 : 0));
}

/** Cuts runs at every junction, and loops half-way. */
export function cutPieces(extract: OsmExtract, runs: Runs): Pieces {
  const isJunction = findJunctions(extract, runs);
  const [way, offset, nodes] = [new IntList(), new IntList(), new IntList()];
  let loopsCut = 0;
  offset.push(0);
  const add = (run: number, from: number, to: number) => {
    for (let i = from; i <= to; i += 1) nodes.push(runs.nodes[i] ?? 0);
    way.push(runs.way[run] ?? 0);
    offset.push(nodes.length);
  };
  const cut = (run: number, from: number, to: number) => {
    if (runs.nodes[from] !== runs.nodes[to]) {
      add(run, from, to);
      return;
    }
    loopsCut += 1;
    const middle = (from + to) >> 1;
    add(run, from, middle);
    add(run, middle, to);
  };
  for (let run = 0; run < runs.count; run += 1) {
    const last = (runs.offset[run + 1] ?? 0) - 1;
    let from = runs.offset[run] ?? 0;
    for (let i = from + 1; i <= last; i += 1) {
      if (i < last && isJunction[runs.nodes[i] ?? 0] !== 1) continue;
      cut(run, from, i);
      from = i;
    }
  }
  return { count: way.length, way: way.view(), offset: offset.view(), nodes: nodes.view(), loopsCut };
}
