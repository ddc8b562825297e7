import { edgeOfRun } from './arcs.ts';
import type { StreetColumns, TurnRestriction } from './columns.ts';
import type { ModeCosts } from './costs.ts';
import type { Mode } from './street.ts';

/**
 * What a vehicle has to remember of its last runs so that every turn restriction is kept. State 0 is
 * "nothing"; another state is the beginning of one or more restrictions that the last runs have followed.
 * The automaton is that of A. V. Aho and M. J. Corasick, "Efficient string matching", CACM 18 (1975), over
 * runs in place of letters.
 */
export interface TurnMemory {
  readonly stateCount: number;
  /** The run by which a state is entered; of state 0 none (-1). */
  readonly lastRun: readonly number[];
  /** The state after one more run. */
  next(state: number, run: number): number;
  isForbidden(state: number, run: number): boolean;
}

const nothing = 0;

/**
 * Restrictions of a mode. One that the mode can never come by (a part of it closed) is left out, so an
 * `only` whose way on is closed binds nobody. An `only` over edges binds from its first edge on. Of two
 * `only` from the same edge over the same node, either way on is allowed.
 */
export function turnMemory(columns: StreetColumns, mode: Mode, costs: ModeCosts): TurnMemory {
  const trie = new Trie(2 * columns.edgeFrom.length);
  for (const restriction of columns.restrictions) {
    if (!restriction.modes.includes(mode)) continue;
    for (const runs of runsOf(columns, costs, restriction)) trie.add(restriction.kind, runs);
  }
  trie.link();
  return trie;
}

class Trie implements TurnMemory {
  readonly #runCount: number;
  readonly #children = new Map<number, number>();
  readonly #forbidden = new Set<number>();
  readonly #only = new Map<number, Set<number>>();
  readonly #parent = [nothing];
  readonly #fallback = [nothing];
  readonly lastRun = [-1];

  constructor(runCount: number) {
    this.#runCount = runCount;
  }

  get stateCount(): number {
    return this.lastRun.length;
  }

  #key(state: number, run: number): number {
    return state * this.#runCount + run;
  }

  add(kind: TurnRestriction['kind'], runs: readonly number[]): void {
    let state = nothing;
    runs.slice(0, -1).forEach((run, i) => {
      state = this.#child(state, run);
      const onward = runs[i + 1] ?? 0;
      if (kind === 'only') this.#only.set(state, (this.#only.get(state) ?? new Set()).add(onward));
    });
    if (kind === 'no') this.#forbidden.add(this.#key(state, runs.at(-1) ?? 0));
  }

  #child(state: number, run: number): number {
    const key = this.#key(state, run);
    const known = this.#children.get(key);
    if (known !== undefined) return known;
    const child = this.lastRun.length;
    this.lastRun.push(run);
    this.#parent.push(state);
    this.#fallback.push(nothing);
    this.#children.set(key, child);
    return child;
  }

  /** Where to go on when a state has no such child: the longest end of its runs that begins a restriction too. */
  link(): void {
    const depth = this.#parent.map(() => 0);
    for (let state = 1; state < depth.length; state += 1) {
      depth[state] = (depth[this.#parent[state] ?? 0] ?? 0) + 1;
    }
    // A child is younger than its parent but may be older than a shallower state.
    const byDepth = [...depth.keys()].sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0));
    for (const state of byDepth) {
      const parent = this.#parent[state] ?? nothing;
      if (state === nothing || parent === nothing) continue;
      this.#fallback[state] = this.next(this.#fallback[parent] ?? nothing, this.lastRun[state] ?? 0);
    }
  }

  next(state: number, run: number): number {
    for (let at = state; ; at = this.#fallback[at] ?? nothing) {
      const child = this.#children.get(this.#key(at, run));
      if (child !== undefined) return child;
      if (at === nothing) return nothing;
    }
  }

  isForbidden(state: number, run: number): boolean {
    for (let at = state; at !== nothing; at = this.#fallback[at] ?? nothing) {
      const only = this.#only.get(at);
      if (only !== undefined && !only.has(run)) return true;
      if (this.#forbidden.has(this.#key(at, run))) return true;
    }
    return false;
  }
}

/** The restriction as sequences of runs that hang together; more than one only where an edge is a loop. */
function runsOf(columns: StreetColumns, costs: ModeCosts, restriction: TurnRestriction): number[][] {
  const tail = (run: number) => (run & 1 ? columns.edgeTo : columns.edgeFrom)[edgeOfRun(run)];
  const head = (run: number) => (run & 1 ? columns.edgeFrom : columns.edgeTo)[edgeOfRun(run)];
  const directions = (edge: number) => [2 * edge, 2 * edge + 1].filter((run) => (costs.level[run] ?? 0) > 0);
  const { fromEdge, viaNode, viaEdges, toEdge } = restriction;
  let sequences = directions(fromEdge).flatMap((run) => (head(run) === viaNode ? [[run]] : []));
  for (const edge of [...viaEdges, toEdge]) {
    sequences = sequences.flatMap((runs) =>
      directions(edge).flatMap((run) => (tail(run) === head(runs.at(-1) ?? 0) ? [[...runs, run]] : [])),
    );
  }
  return sequences;
}
