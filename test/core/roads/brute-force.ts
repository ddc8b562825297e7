import { accessLevel, type StreetColumns, type TurnRestriction } from '#core/roads/columns.ts';
import { type Mode, modes } from '#core/roads/street.ts';

/** Costs of the edges, as the graph has them. */
interface Costs {
  readonly forwardMs: Int32Array;
  readonly backwardMs: Int32Array;
}

export interface Place {
  readonly edge: number;
  readonly fraction: number;
}

type Phase = 'start' | 'through' | 'end';
interface Path {
  readonly ms: number;
  readonly dm: number;
  readonly phase: Phase;
  readonly node: number;
  /** The last runs, as many as the longest restriction can look back on. */
  readonly past: readonly number[];
}

/**
 * The fastest, then shortest journey by trying every path edge by edge, with the rules told once more: a
 * path remembers the roads it came by and asks every restriction about each turn. No code of the graph.
 */
export function bruteForce(
  columns: StreetColumns,
  mode: Mode,
  { forwardMs, backwardMs }: Costs,
  origin: Place,
  destination: Place,
): readonly [ms: number, dm: number] | null {
  const runs = [...columns.edgeFrom.keys()].flatMap((edge) => [2 * edge, 2 * edge + 1]);
  const ends = (run: number) => {
    const pair = [columns.edgeFrom[run >> 1] ?? 0, columns.edgeTo[run >> 1] ?? 0];
    return run % 2 === 0 ? pair : pair.reverse();
  };
  const bit = 2 * modes.indexOf(mode);
  const levelOf = (run: number) =>
    ((columns.edgeAccess[run >> 1] ?? 0) >> (bit + (run % 2 === 0 ? 0 : 6))) & 3;
  const isOpen = (run: number) => levelOf(run) !== accessLevel.closed;
  const msOf = (run: number) => (run % 2 === 0 ? forwardMs : backwardMs)[run >> 1] ?? -1;
  const { isBanned, memory } = bansOf(columns, mode, isOpen, ends);

  const phaseAfter = (phase: Phase, run: number): Phase | null => {
    if (levelOf(run) === accessLevel.open) return phase === 'end' ? null : 'through';
    return phase === 'start' ? 'start' : 'end';
  };
  const turnInto = (path: Path, run: number): Path | null => {
    if (!isOpen(run) || ends(run)[0] !== path.node || isBanned(path.past, run)) return null;
    const phase = phaseAfter(path.phase, run);
    const past = memory === 0 ? [] : [...path.past, run].slice(-memory);
    return phase && { ...path, phase, past, node: ends(run)[1] ?? 0 };
  };
  const share = (run: number, part: number) => ({
    ms: Math.round(part * msOf(run)),
    dm: Math.round(part * (columns.edgeDecimetres[run >> 1] ?? 0)),
  });

  const junctionOf = ({ edge, fraction }: Place) =>
    fraction === 0 ? (columns.edgeFrom[edge] ?? 0) : fraction === 1 ? (columns.edgeTo[edge] ?? 0) : null;
  const begin = junctionOf(origin);
  const queue: Path[] = [];
  if (begin !== null) queue.push({ ms: 0, dm: 0, phase: 'start', node: begin, past: [] });
  else {
    for (const run of [2 * origin.edge, 2 * origin.edge + 1].filter(isOpen)) {
      const part = run % 2 === 0 ? 1 - origin.fraction : origin.fraction;
      const phase = levelOf(run) === accessLevel.open ? 'through' : 'start';
      queue.push({ ...share(run, part), phase, node: ends(run)[1] ?? 0, past: memory === 0 ? [] : [run] });
    }
  }
  queue.sort((a, b) => b.ms - a.ms || b.dm - a.dm);
  const goal = junctionOf(destination);
  let best: readonly [number, number] | null = null;
  const offer = (ms: number, dm: number) => {
    if (best === null || ms < best[0] || (ms === best[0] && dm < best[1])) best = [ms, dm];
  };
  if (origin.edge === destination.edge) {
    const run = 2 * origin.edge + (destination.fraction >= origin.fraction ? 0 : 1);
    const { ms, dm } = share(run, Math.abs(destination.fraction - origin.fraction));
    if (isOpen(run)) offer(ms, dm);
    else if (origin.fraction === destination.fraction) offer(0, 0);
  }
  const seen = new Set<string>();
  while (queue.length > 0) {
    const path = queue.pop();
    if (!path) break;
    const key = `${path.node} ${path.phase} ${path.past.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (path.node === goal) offer(path.ms, path.dm);
    for (const run of runs) {
      const turned = turnInto(path, run);
      if (!turned) continue;
      if (goal === null && run >> 1 === destination.edge) {
        const part = share(run, run % 2 === 0 ? destination.fraction : 1 - destination.fraction);
        offer(path.ms + part.ms, path.dm + part.dm);
      }
      const whole = share(run, 1);
      insert(queue, { ...turned, ms: path.ms + whole.ms, dm: path.dm + whole.dm });
    }
  }
  return best;
}

/** Into a queue whose best path stands last. */
function insert(queue: Path[], path: Path): void {
  const place = queue.findLastIndex(({ ms, dm }) => ms > path.ms || (ms === path.ms && dm >= path.dm));
  queue.splice(place + 1, 0, path);
}

/** Whether a run may not follow the past, by every restriction that the mode can come by. */
function bansOf(
  columns: StreetColumns,
  mode: Mode,
  isOpen: (run: number) => boolean,
  ends: (run: number) => number[],
): { isBanned: (past: readonly number[], run: number) => boolean; memory: number } {
  const bound = columns.restrictions.filter((turn) => turn.modes.includes(mode));
  const rules = bound.flatMap((turn) =>
    sequencesOf(turn, isOpen, ends).map((runs) => ({ kind: turn.kind, runs })),
  );
  const isPast = (past: readonly number[], runs: readonly number[]) =>
    runs.length <= past.length && runs.every((run, i) => past[past.length - runs.length + i] === run);
  const isBanned = (past: readonly number[], run: number) => {
    const isForbidden = rules.some(
      ({ kind, runs }) => kind === 'no' && runs.at(-1) === run && isPast(past, runs.slice(0, -1)),
    );
    if (isForbidden) return true;
    // Ways on by what was passed before: of several rules about the same past, any way on is allowed.
    const onward = new Map<string, number[]>();
    for (const { kind, runs } of rules) {
      if (kind === 'no') continue;
      for (let length = 1; length < runs.length; length += 1) {
        const before = runs.slice(0, length);
        if (!isPast(past, before)) continue;
        onward.set(before.join(), [...(onward.get(before.join()) ?? []), runs[length] ?? -1]);
      }
    }
    return [...onward.values()].some((allowed) => !allowed.includes(run));
  };
  return { isBanned, memory: Math.max(0, ...rules.map(({ runs }) => runs.length - 1)) };
}

function sequencesOf(
  turn: TurnRestriction,
  isOpen: (run: number) => boolean,
  ends: (run: number) => number[],
): number[][] {
  const both = (edge: number) => [2 * edge, 2 * edge + 1].filter(isOpen);
  let found = both(turn.fromEdge).flatMap((run) => (ends(run)[1] === turn.viaNode ? [[run]] : []));
  for (const edge of [...turn.viaEdges, turn.toEdge]) {
    found = found.flatMap((runs) =>
      both(edge).flatMap((run) => (ends(run)[0] === ends(runs.at(-1) ?? 0)[1] ? [[...runs, run]] : [])),
    );
  }
  return found;
}
