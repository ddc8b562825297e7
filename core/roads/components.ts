import { type Arcs, arcStride } from './arcs.ts';

/**
 * Nodes of the largest strongly connected component, as 1 among 0: from each of them one can get to
 * every other and back. Of two equally large ones, that with the lowest node number. Components that no
 * candidate belongs to are passed over.
 * Method: Tarjan (1972), with a stack of its own, so that long roads do not overflow the call stack.
 */
export function largestComponent(
  out: Arcs,
  nodeCount: number,
  isCandidate: (node: number) => boolean = () => true,
): Uint8Array {
  const component = strongComponents(out, nodeCount);
  const size = new Int32Array(nodeCount);
  for (const id of component) size[id] = (size[id] ?? 0) + 1;
  let best = -1;
  component.forEach((id, node) => {
    if ((best < 0 || (size[id] ?? 0) > (size[best] ?? 0)) && isCandidate(node)) best = id;
  });
  const isMain = new Uint8Array(new SharedArrayBuffer(nodeCount));
  component.forEach((id, node) => {
    isMain[node] = id === best ? 1 : 0;
  });
  return isMain;
}

/** Number of the strongly connected component of each node. */
function strongComponents(out: Arcs, nodeCount: number): Int32Array {
  const component = new Int32Array(nodeCount).fill(-1);
  const visited = new Int32Array(nodeCount).fill(-1);
  const low = new Int32Array(nodeCount);
  const nextArc = Int32Array.from(out.offset);
  const open: number[] = [];
  const path: number[] = [];
  let clock = 0;
  let components = 0;

  const enter = (node: number) => {
    visited[node] = clock;
    low[node] = clock;
    clock += 1;
    open.push(node);
    path.push(node);
  };
  const lower = (node: number, value: number) => {
    if (value < (low[node] ?? 0)) low[node] = value;
  };
  const leave = (node: number) => {
    path.pop();
    if (low[node] === visited[node]) {
      let member: number | undefined;
      do {
        member = open.pop();
        if (member !== undefined) component[member] = components;
      } while (member !== undefined && member !== node);
      components += 1;
    }
    const parent = path.at(-1);
    if (parent !== undefined) lower(parent, low[node] ?? 0);
  };

  for (let root = 0; root < nodeCount; root += 1) {
    if (visited[root] !== -1) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const arc = nextArc[node] ?? 0;
      if (arc >= (out.offset[node + 1] ?? 0)) {
        leave(node);
        continue;
      }
      nextArc[node] = arc + 1;
      const next = out.hops[arcStride * arc] ?? 0;
      if (visited[next] === -1) enter(next);
      else if (component[next] === -1) lower(node, visited[next] ?? 0);
    }
  }
  return component;
}
