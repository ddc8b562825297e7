import { type Polygons, type Ring, tidyRing, type Xy } from '#core/place/ring.ts';
import { crossing, Segments } from '#core/place/ring-crossing.ts';

/**
 * Official files give neighbours the same vertices to 0.1 m (CSP) or better (VARIS). What lies nearer than this is
 * one place.
 */
const snapMetres = 0.1;

/** Side of the cells in which places are looked for. */
const cellMetres = 1;

/** Gives places that are one the very same coordinates: the first that was met. */
export class Places {
  readonly #cells = new Map<number, Xy[]>();

  place([x, y]: Xy): Xy {
    const [west, east] = [
      Math.floor((x - snapMetres) / cellMetres),
      Math.floor((x + snapMetres) / cellMetres),
    ];
    const [south, north] = [
      Math.floor((y - snapMetres) / cellMetres),
      Math.floor((y + snapMetres) / cellMetres),
    ];
    for (let column = west; column <= east; column += 1) {
      for (let row = south; row <= north; row += 1) {
        const known = this.#cells.get(cellOf(column, row))?.find((at) => isOne(at, x, y));
        if (known !== undefined) return known;
      }
    }
    // Millimetres: a coordinate out of a projection and back has digits that mean nothing.
    const made: Xy = [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
    const key = cellOf(Math.floor(x / cellMetres), Math.floor(y / cellMetres));
    const cell = this.#cells.get(key);
    if (cell === undefined) this.#cells.set(key, [made]);
    else cell.push(made);
    return made;
  }
}

/** Planes are below 16,000 km wide. */
const cellOf = (column: number, row: number): number => column * 2 ** 24 + row;
const isOne = ([x, y]: Xy, atX: number, atY: number): boolean =>
  Math.abs(x - atX) <= snapMetres &&
  Math.abs(y - atY) <= snapMetres &&
  Math.hypot(x - atX, y - atY) <= snapMetres;

/** Every ring on snapped places; rings of which nothing is left go. */
export const snapped = (polygons: Polygons, places: Places): Polygons =>
  polygons.flatMap((polygon) => {
    const rings = polygon.map((ring) => tidyRing(ring.map((at) => places.place(at))));
    const [outer, ...holes] = rings;
    return outer == null ? [] : [[outer, ...holes.filter((hole) => hole !== null)]];
  });

/** A segment by its ends, whichever way it runs. */
const nameOf = (a: Xy, b: Xy): string =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
    ? `${a[0]} ${a[1]} ${b[0]} ${b[1]}`
    : `${b[0]} ${b[1]} ${a[0]} ${a[1]}`;

/** Places to be put into segments, by the name of the segment. */
type Inserts = Map<string, Xy[]>;

const insert = (inserts: Inserts, a: Xy, b: Xy, at: Xy): void => {
  if ((a[0] === at[0] && a[1] === at[1]) || (b[0] === at[0] && b[1] === at[1])) return;
  const name = nameOf(a, b);
  inserts.set(name, [...(inserts.get(name) ?? []), at]);
};

/** Whether a place lies within the snapping distance of the inside of a segment. */
function isBeside(a: Xy, b: Xy, at: Xy): boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / (dx * dx + dy * dy);
  return t > 0 && t < 1 && Math.hypot(a[0] + t * dx - at[0], a[1] + t * dy - at[1]) <= snapMetres;
}

/**
 * Where borders of different units meet without a common vertex, gives both the same one: a vertex of one beside
 * the line of the other, and places where they cross.
 * @param lines borders that only one unit has, each with the number of its unit.
 */
export function findInserts(
  lines: readonly { readonly ring: Ring; readonly unit: number }[],
  places: Places,
): Inserts {
  const segments = new Segments(lines.map(({ ring }) => ring));
  const inserts: Inserts = new Map();
  const unitOf = (segment: number) => lines[segments.ring[segment] ?? 0]?.unit;
  for (let s = 0; s < segments.count; s += 1) {
    const [a, b] = [segments.from(s), segments.to(s)];
    for (const other of segments.near(s, snapMetres)) {
      if (unitOf(s) === unitOf(other)) continue;
      const [c, d] = [segments.from(other), segments.to(other)];
      for (const at of [c, d]) if (isBeside(a, b, at)) insert(inserts, a, b, at);
      for (const at of [a, b]) if (isBeside(c, d, at)) insert(inserts, c, d, at);
      const cross = crossing(a, b, c, d);
      if (cross === null) continue;
      const at = places.place(cross);
      insert(inserts, a, b, at);
      insert(inserts, c, d, at);
    }
  }
  return inserts;
}

/** Puts the places into the rings. */
export const withInserts = (polygons: Polygons, inserts: Inserts): Polygons =>
  polygons.map((polygon) => polygon.map((ring) => ringWith(ring, inserts)));

function ringWith(ring: Ring, inserts: Inserts): Ring {
  const made: Xy[] = [];
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (a === undefined || b === undefined) continue;
    made.push(a);
    const between = inserts.get(nameOf(a, b)) ?? [];
    const far = (at: Xy) => (at[0] - a[0]) ** 2 + (at[1] - a[1]) ** 2;
    made.push(...between.toSorted((p, q) => far(p) - far(q)));
  }
  return tidyRing(made) ?? ring;
}
