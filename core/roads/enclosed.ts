import { accessLevel, type StreetColumns } from './columns.ts';
import { largestComponent } from './components.ts';
import { expand } from './expand.ts';
import { modes } from './street.ts';

/**
 * Columns in which open streets that only ends-only ones join to the rest (inside a gated estate, behind a
 * forest track) are ends-only too, mode by mode. Nothing can pass through them anyway, and so journeys may
 * begin and end there. A step of reading a source, before the graph is built.
 */
export function endEnclosed(columns: StreetColumns): StreetColumns {
  const edgeAccess = Uint16Array.from(columns.edgeAccess);
  modes.forEach((_, mode) => {
    for (const run of enclosedRuns(columns, 2 * mode)) {
      const shift = 2 * mode + (run & 1 ? 6 : 0);
      const access = edgeAccess[run >> 1] ?? 0;
      edgeAccess[run >> 1] = (access & ~(3 << shift)) | (accessLevel.ends << shift);
    }
  });
  return { ...columns, edgeAccess };
}

/** Open runs outside the largest part of the open streets, where there are ends-only ones at all. */
function enclosedRuns({ edgeAccess, ...columns }: StreetColumns, bit: number): number[] {
  const level = new Uint8Array(2 * edgeAccess.length);
  let hasEnds = false;
  edgeAccess.forEach((access, edge) => {
    const [forward, backward] = [(access >> bit) & 3, (access >> (bit + 6)) & 3];
    if (forward === accessLevel.open) level[2 * edge] = forward;
    if (backward === accessLevel.open) level[2 * edge + 1] = backward;
    hasEnds ||= forward === accessLevel.ends || backward === accessLevel.ends;
  });
  if (!hasEnds) return [];
  const noCosts = { forwardMs: new Int32Array(0), backwardMs: new Int32Array(0), level };
  const { out } = expand({ ...columns, edgeAccess }, noCosts, noTurns);
  const isMain = largestComponent(out, columns.nodeKind.length);
  const isInside = (edge: number) =>
    isMain[columns.edgeFrom[edge] ?? 0] === 1 && isMain[columns.edgeTo[edge] ?? 0] === 1;
  const enclosed: number[] = [];
  level.forEach((each, run) => {
    if (each === accessLevel.open && !isInside(run >> 1)) enclosed.push(run);
  });
  return enclosed;
}

const noTurns = { stateCount: 1, lastRun: [-1], next: () => 0, isForbidden: () => false };
