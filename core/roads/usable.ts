import { type Arcs, arcStride, edgeOfRun, type Hops } from './arcs.ts';
import { largestComponent } from './components.ts';
import { type Copies, layer } from './expand.ts';

/**
 * 1 for search nodes of the main network: the largest part of the streets open to all in which one can get
 * from everywhere to everywhere and back.
 */
export function mainNetwork(out: Arcs, copies: Copies, junctionCount: number): Uint8Array {
  const isThrough = (node: number) =>
    node < junctionCount || copies.layer[node - junctionCount] === layer.through;
  return largestComponent(out, junctionCount + copies.junction.length, isThrough);
}

/**
 * 1 for edges from which a journey can get to the main network, and on which a journey from the main
 * network can end: where a place may be joined to the streets.
 */
export function usableEdges(
  search: { readonly out: Arcs; readonly in: Hops; readonly isMain: Uint8Array; readonly copies: Copies },
  junctionCount: number,
  edgeCount: number,
): Uint8Array {
  const { out, copies, isMain } = search;
  const leadsToMain = spread(search.in, isMain);
  const comesFromMain = spread(out, isMain);
  const hasStart = new Uint8Array(junctionCount);
  const isStart = (copy: number) => copies.layer[copy] === layer.start && copies.state[copy] === 0;
  copies.junction.forEach((junction, copy) => {
    if (isStart(copy)) hasStart[junction] = 1;
  });
  const begins = new Uint8Array(edgeCount);
  const ends = new Uint8Array(edgeCount);
  for (let node = 0; node + 1 < out.offset.length; node += 1) {
    const mayBegin = node < junctionCount ? hasStart[node] === 0 : isStart(node - junctionCount);
    const end = out.offset[node + 1] ?? 0;
    for (let arc = out.offset[node] ?? 0; arc < end; arc += 1) {
      const edge = edgeOfRun(out.run[arc] ?? 0);
      if (comesFromMain[node] === 1) ends[edge] = 1;
      if (mayBegin && leadsToMain[out.hops[arcStride * arc] ?? 0] === 1) begins[edge] = 1;
    }
  }
  return ends.map((isEnd, edge) => isEnd & (begins[edge] ?? 0));
}

/** Everything that the marked nodes lead to, themselves included. */
function spread(arcs: Hops, marked: Uint8Array): Uint8Array {
  const found = Uint8Array.from(marked);
  const queue: number[] = [];
  marked.forEach((mark, node) => {
    if (mark === 1) queue.push(node);
  });
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const end = arcs.offset[node + 1] ?? 0;
    for (let arc = arcs.offset[node] ?? 0; arc < end; arc += 1) {
      const next = arcs.hops[arcStride * arc] ?? 0;
      if (found[next] === 1) continue;
      found[next] = 1;
      queue.push(next);
    }
  }
  return found;
}
