import { type Arcs, arcStride, edgeOfRun, sharedRoom, toOffsets } from './arcs.ts';
import { accessLevel, type StreetColumns } from './columns.ts';
import type { ModeCosts } from './costs.ts';
import type { TurnMemory } from './turns.ts';

/**
 * How far a journey has come: `through` on streets open to all; `start` and `end` on those where it may
 * only begin or end. A journey goes start, through, end, or straight from start to end as one stretch of
 * such streets; it never comes back.
 */
export const layer = { through: 0, start: 1, end: 2 } as const;

/**
 * Copies of junctions, numbered on from the junctions themselves and sorted by them. A junction itself is
 * the copy `through` that remembers nothing.
 */
export interface Copies {
  readonly junction: Int32Array;
  readonly layer: Uint8Array;
  /** State of the turn memory; 0 remembers nothing. */
  readonly state: Int32Array;
}

/** Streets of one mode as a search sees them, restrictions and ends-only streets made into nodes. */
export interface SearchArcs {
  readonly out: Arcs;
  readonly copies: Copies;
}

export function expand(columns: StreetColumns, costs: ModeCosts, turns: TurnMemory): SearchArcs {
  const junctionCount = columns.nodeKind.length;
  const streets = runsByTail(columns, costs);
  const copies = makeCopies(columns, costs, turns, streets.touched);
  const numbers = numberCopies(copies, junctionCount, turns.stateCount);
  const nodeCount = junctionCount + copies.junction.length;
  const target = (at: number, state: number, run: number): number => {
    if (state !== 0 && turns.isForbidden(state, run)) return -1;
    const isOpen = costs.level[run] === accessLevel.open;
    if (isOpen && at === layer.end) return -1;
    const next = isOpen ? layer.through : at === layer.start ? layer.start : layer.end;
    return numbers.find(next, turns.stateCount > 1 ? turns.next(state, run) : 0, headOf(columns, run));
  };
  const eachArc = (node: number, visit: (run: number, head: number) => void) => {
    const copy = node - junctionCount;
    const junction = copy < 0 ? node : (copies.junction[copy] ?? 0);
    const at = copy < 0 ? layer.through : (copies.layer[copy] ?? 0);
    // Nobody comes to this junction on an open street, and who begins there begins in its start copy.
    if (copy < 0 && streets.touched[junction] === 1 && streets.isOpenHead[junction] === 0) return;
    const end = streets.offset[junction + 1] ?? 0;
    for (let slot = streets.offset[junction] ?? 0; slot < end; slot += 1) {
      const run = streets.run[slot] ?? 0;
      const head = target(at, copy < 0 ? 0 : (copies.state[copy] ?? 0), run);
      if (head >= 0) visit(run, head);
    }
  };
  return { out: collect(columns, costs, nodeCount, eachArc), copies };
}

const tailOf = (columns: StreetColumns, run: number) =>
  (run & 1 ? columns.edgeTo : columns.edgeFrom)[edgeOfRun(run)] ?? 0;
const headOf = (columns: StreetColumns, run: number) =>
  (run & 1 ? columns.edgeFrom : columns.edgeTo)[edgeOfRun(run)] ?? 0;

/** Passable runs by the junction they leave, in the order of edges; which junctions ends-only runs touch. */
function runsByTail(columns: StreetColumns, { level }: ModeCosts) {
  const junctionCount = columns.nodeKind.length;
  const offset = new Int32Array(junctionCount + 1);
  const touched = new Uint8Array(junctionCount);
  const isOpenHead = new Uint8Array(junctionCount);
  for (let run = 0; run < level.length; run += 1) {
    if (level[run] === accessLevel.closed) continue;
    const tail = tailOf(columns, run);
    const head = headOf(columns, run);
    offset[tail] = (offset[tail] ?? 0) + 1;
    if (level[run] === accessLevel.open) isOpenHead[head] = 1;
    else {
      touched[tail] = 1;
      touched[head] = 1;
    }
  }
  toOffsets(offset);
  const run = new Int32Array(offset[junctionCount] ?? 0);
  const filled = Int32Array.from(offset);
  for (let each = 0; each < level.length; each += 1) {
    if (level[each] === accessLevel.closed) continue;
    const tail = tailOf(columns, each);
    const slot = filled[tail] ?? 0;
    filled[tail] = slot + 1;
    run[slot] = each;
  }
  return { offset, run, touched, isOpenHead };
}

function makeCopies(
  columns: StreetColumns,
  { level }: ModeCosts,
  turns: TurnMemory,
  touched: Uint8Array,
): Copies {
  const made: (readonly [junction: number, layer: number, state: number])[] = [];
  touched.forEach((isTouched, junction) => {
    if (isTouched === 1) made.push([junction, layer.start, 0], [junction, layer.end, 0]);
  });
  for (let state = 1; state < turns.stateCount; state += 1) {
    const run = turns.lastRun[state] ?? 0;
    const junction = headOf(columns, run);
    if (level[run] === accessLevel.open) made.push([junction, layer.through, state]);
    else made.push([junction, layer.start, state], [junction, layer.end, state]);
  }
  made.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const copies: Copies = {
    junction: sharedRoom(made.length),
    layer: new Uint8Array(new SharedArrayBuffer(made.length)),
    state: sharedRoom(made.length),
  };
  made.forEach(([junction, at, state], i) => {
    copies.junction[i] = junction;
    copies.layer[i] = at;
    copies.state[i] = state;
  });
  return copies;
}

/** Search nodes by layer, state of memory and junction. */
function numberCopies(copies: Copies, junctionCount: number, stateCount: number) {
  const withoutMemory = [null, new Int32Array(junctionCount), new Int32Array(junctionCount)];
  const withMemory = [0, 1, 2].map(() => new Int32Array(stateCount));
  copies.junction.forEach((junction, copy) => {
    const at = copies.layer[copy] ?? 0;
    const state = copies.state[copy] ?? 0;
    const node = junctionCount + copy;
    const byState = withMemory[at];
    if (state !== 0 && byState) byState[state] = node;
    const byJunction = withoutMemory[at];
    if (state === 0 && byJunction) byJunction[junction] = node;
  });
  return {
    find: (at: number, state: number, junction: number): number =>
      state !== 0 ? (withMemory[at]?.[state] ?? -1) : (withoutMemory[at]?.[junction] ?? junction),
  };
}

function collect(
  columns: StreetColumns,
  { forwardMs, backwardMs }: ModeCosts,
  nodeCount: number,
  eachArc: (node: number, visit: (run: number, head: number) => void) => void,
): Arcs {
  const offset = sharedRoom(nodeCount + 1);
  for (let node = 0; node < nodeCount; node += 1) {
    let count = 0;
    eachArc(node, () => {
      count += 1;
    });
    offset[node] = count;
  }
  toOffsets(offset);
  const arcCount = offset[nodeCount] ?? 0;
  const arcs: Arcs = { offset, hops: sharedRoom(arcStride * arcCount), run: sharedRoom(arcCount) };
  for (let node = 0; node < nodeCount; node += 1) {
    let slot = offset[node] ?? 0;
    eachArc(node, (run, head) => {
      const edge = edgeOfRun(run);
      arcs.hops[arcStride * slot] = head;
      arcs.hops[arcStride * slot + 1] = (run & 1 ? backwardMs : forwardMs)[edge] ?? 0;
      arcs.hops[arcStride * slot + 2] = columns.edgeDecimetres[edge] ?? 0;
      arcs.run[slot] = run;
      slot += 1;
    });
  }
  return arcs;
}
