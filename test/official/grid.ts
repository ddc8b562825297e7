/** Closed ring of east and north in metres, clockwise as in a shapefile. */
export type GridRing = readonly (readonly [number, number])[];

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly sideMetres: number;
  /** Lower left corner. */
  readonly east: number;
  readonly north: number;
  /** Stretches into which every border between two corners is cut; 1: squares. */
  readonly cuts?: number;
  /** How far a border strays from the straight line at most. */
  readonly wiggleMetres?: number;
}

/** A number between -1 and 1 that depends on nothing but its arguments. */
function chance(...of: readonly number[]): number {
  let hash = 2166136261;
  for (const value of of) hash = Math.imul(hash ^ Math.round(value * 10), 16777619);
  return ((hash >>> 0) / 0xffffffff) * 2 - 1;
}

/** Bends of a river: large ones and smaller ones on them, the same whoever draws the border. */
function bends(a: readonly [number, number], b: readonly [number, number], along: number): number {
  let sum = 0;
  for (let octave = 0; octave < 6; octave += 1) {
    const turns = 2 ** octave * (1.5 + chance(a[0], a[1], b[0], b[1], octave));
    sum += Math.sin(2 * Math.PI * (turns * along + chance(b[0], b[1], a[0], a[1], octave))) / 2 ** octave;
  }
  return sum / 2;
}

/** From one corner to another without the last place; neighbours get the very same places. */
function border(
  from: readonly [number, number],
  to: readonly [number, number],
  cuts: number,
  wiggle: number,
) {
  const isForward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
  const [a, b] = isForward ? [from, to] : [to, from];
  const places = Array.from({ length: cuts + 1 }, (_, i): readonly [number, number] => {
    if (i === 0 || i === cuts) return i === 0 ? a : b;
    const [x, y] = [a[0] + ((b[0] - a[0]) * i) / cuts, a[1] + ((b[1] - a[1]) * i) / cuts];
    // Across the border only, and less near its ends, so that no two borders cross.
    const room = Math.min(i, cuts - i) / cuts;
    const off = wiggle * room * bends(a, b, i / cuts);
    const isUpright = a[0] === b[0];
    return [Number((x + (isUpright ? off : 0)).toFixed(1)), Number((y + (isUpright ? 0 : off)).toFixed(1))];
  });
  return (isForward ? places : places.toReversed()).slice(0, -1);
}

/** The ring of one field: 0, 0 is lower left. */
export function fieldRing(grid: Grid, column: number, row: number): GridRing {
  const { sideMetres: side, cuts = 1, wiggleMetres = 0 } = grid;
  const [west, south] = [grid.east + column * side, grid.north + row * side];
  const corners = [
    [west, south],
    [west, south + side],
    [west + side, south + side],
    [west + side, south],
  ] as const;
  const ring = corners.flatMap((corner, i) =>
    border(corner, corners[(i + 1) % 4] ?? corner, cuts, wiggleMetres),
  );
  return [...ring, corners[0]];
}
