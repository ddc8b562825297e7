import { type Arcs, arcStride, edgeOfRun, turnRound } from '../../roads/arcs.ts';
import { edgeFlag } from '../../roads/columns.ts';
import type { StreetGraph } from '../../roads/graph.ts';
import { type Walk, type Walks, walksOf } from '../../transit/walks.ts';

/** A walk, and whether it keeps to lit streets. */
export interface LitWalk extends Walk {
  readonly isLit: boolean;
}

/** Time on a street that is not lit counts so many times, to see whether a walk needs one. */
const dimming = 4;
/** A walk is lit when it is so much longer on dimmed streets, at most: 20 s without light, or so long a way round. */
export const litSlackSeconds = 60;

/**
 * The same streets with every unlit one four times as long on foot. A street is lit when it is mapped so, or
 * when it is built up and nobody says that it is not.
 */
export function dimmed(graph: StreetGraph): StreetGraph {
  const { foot } = graph.modes;
  const times = (edge: number) => (isLit(graph.edgeFlags[edge] ?? 0) ? 1 : dimming);
  const dimArcs = (arcs: Arcs): Arcs => {
    const hops = arcs.hops.slice();
    arcs.run.forEach((run, arc) => {
      hops[arcStride * arc + 1] = (hops[arcStride * arc + 1] ?? 0) * times(edgeOfRun(run));
    });
    return { ...arcs, hops };
  };
  const dimMs = (ms: Int32Array) => ms.map((each, edge) => (each < 0 ? each : each * times(edge)));
  const out = dimArcs(foot.out);
  const dim = {
    ...foot,
    out,
    in: foot.in === foot.out ? out : turnRound(out),
    forwardMs: dimMs(foot.forwardMs),
    backwardMs: dimMs(foot.backwardMs),
  };
  return { ...graph, modes: { ...graph.modes, foot: dim } };
}

const isLit = (flags: number) =>
  (flags & edgeFlag.lit) !== 0 || (flags & (edgeFlag.builtUp | edgeFlag.lightUnknown)) === litUnlessSaid;
const litUnlessSaid = edgeFlag.builtUp | edgeFlag.lightUnknown;

/**
 * For each walk 1 when it keeps to lit streets.
 *
 * @param onDimmed walks between the same points and stops on the dimmed streets, `litSlackSeconds` farther.
 */
export function litWalks(walks: Walks, onDimmed: Walks): Uint8Array {
  const lit = new Uint8Array(walks.stop.length);
  for (let point = 0; point + 1 < walks.offset.length; point += 1) {
    const dim = new Map(walksOf(onDimmed, point).map(({ stop, seconds }) => [stop, seconds]));
    for (let i = walks.offset[point] ?? 0; i < (walks.offset[point + 1] ?? 0); i += 1) {
      const seconds = dim.get(walks.stop[i] ?? -1) ?? Infinity;
      if (seconds <= (walks.seconds[i] ?? 0) + litSlackSeconds) lit[i] = 1;
    }
  }
  return lit;
}

/** The walks of one point; where nothing is known of light (`lit` null) none is lit. */
export function litWalksOf(walks: Walks, lit: Uint8Array | null, point: number): LitWalk[] {
  const first = walks.offset[point] ?? 0;
  return walksOf(walks, point).map((walk, i) => ({ ...walk, isLit: lit?.[first + i] === 1 }));
}
