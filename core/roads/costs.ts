import { sharedRoom } from './arcs.ts';
import { accessLevel, edgeFlag, junctionKinds, roadSurfaces, type StreetColumns } from './columns.ts';
import { openSpeedKmh, type SpeedModel } from './speed.ts';
import { highwayClasses, type Mode, modes } from './street.ts';

/** What the streets cost one mode. */
export interface ModeCosts {
  /** Milliseconds along an edge in its own direction and against it, -1 where closed. */
  readonly forwardMs: Int32Array;
  readonly backwardMs: Int32Array;
  /** An `accessLevel` by run. */
  readonly level: Uint8Array;
}

/** Time is that of length and speed, at least 1 ms so that a search always moves on, and what waits at its end. */
export function costsOf(columns: StreetColumns, mode: Mode, speeds: SpeedModel): ModeCosts {
  const edgeCount = columns.edgeFrom.length;
  const forwardMs = sharedRoom(edgeCount).fill(-1);
  const backwardMs = sharedRoom(edgeCount).fill(-1);
  const level = new Uint8Array(2 * edgeCount);
  const kmhOf = speedTable(mode, speeds);
  const bit = 2 * modes.indexOf(mode);
  const waitAt = waitingMs(columns, mode, speeds);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const access = columns.edgeAccess[edge] ?? 0;
    const forward = (access >> bit) & 3;
    const backward = (access >> (bit + 6)) & 3;
    if (forward === accessLevel.closed && backward === accessLevel.closed) continue;
    const ms = runMs(columns, edge, kmhOf);
    if (ms < 0) continue;
    if (forward !== accessLevel.closed) forwardMs[edge] = ms + waitAt(columns.edgeTo[edge] ?? 0);
    if (backward !== accessLevel.closed) backwardMs[edge] = ms + waitAt(columns.edgeFrom[edge] ?? 0);
    level[2 * edge] = forward;
    level[2 * edge + 1] = backward;
  }
  return { forwardMs, backwardMs, level };
}

function runMs(
  columns: StreetColumns,
  edge: number,
  kmhOf: (columns: StreetColumns, edge: number) => number,
) {
  const fixed = columns.edgeFixedSeconds[edge] ?? 0;
  if (fixed > 0) return 1000 * fixed;
  const kmh = kmhOf(columns, edge);
  return kmh > 0 ? Math.max(1, Math.round((((columns.edgeDecimetres[edge] ?? 0) / 10) * 3600) / kmh)) : -1;
}

/** The few different roads there are, each reckoned once. */
function speedTable(mode: Mode, speeds: SpeedModel): (columns: StreetColumns, edge: number) => number {
  const known = new Float64Array(highwayClasses.length * roadSurfaces.length * 2 * 256).fill(-1);
  return (columns, edge) => {
    const highway = columns.edgeHighway[edge] ?? 0;
    const surface = columns.edgeSurface[edge] ?? 0;
    const isBuiltUp = ((columns.edgeFlags[edge] ?? 0) & edgeFlag.builtUp) !== 0;
    const maxSpeedKmh = columns.edgeMaxSpeedKmh[edge] ?? 0;
    const key = ((highway * roadSurfaces.length + surface) * 2 + (isBuiltUp ? 1 : 0)) * 256 + maxSpeedKmh;
    const found = known[key] ?? -1;
    if (found >= 0) return found;
    const road = {
      highway: highwayClasses[highway] ?? 'unclassified',
      surface: roadSurfaces[surface] ?? 'gravel',
      isBuiltUp,
      maxSpeedKmh,
    };
    const kmh = openSpeedKmh(speeds, mode, road);
    known[key] = kmh;
    return kmh;
  };
}

/** A walker crosses where nothing comes, so that a walk takes as long back as there. */
function waitingMs({ nodeKind }: StreetColumns, mode: Mode, { penaltySeconds }: SpeedModel) {
  const signals = junctionKinds.indexOf('signals');
  const crossing = junctionKinds.indexOf('level-crossing');
  return (node: number): number => {
    if (mode === 'foot') return 0;
    const kind = nodeKind[node] ?? 0;
    if (kind === signals) return 1000 * penaltySeconds.signals;
    return kind === crossing ? 1000 * penaltySeconds.levelCrossing : 0;
  };
}
