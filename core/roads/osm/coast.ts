import type { Bbox } from '../../place/units.ts';
import type { OsmExtract } from './extract.ts';
import { absent } from './node-table.ts';
import { isInRing, joinLines, type Ring, signedArea } from './rings.ts';

type Point = readonly [lon: number, lat: number];

const nowhere: Point = [0, 0];

const isSame = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

/** Sea as an outline and islands in it. */
export interface Sea {
  readonly rings: readonly Ring[];
}

/** The part of a stretch that lies in a box (Y.-D. Liang and B. A. Barsky, ACM Transactions on Graphics 3 (1984), 1-22). */
function clipStretch([x1, y1]: Point, [x2, y2]: Point, box: Bbox): readonly [Point, Point] | null {
  const [dx, dy] = [x2 - x1, y2 - y1];
  let [enter, leave] = [0, 1];
  for (const [p, q] of [
    [-dx, x1 - box[0]],
    [dx, box[2] - x1],
    [-dy, y1 - box[1]],
    [dy, box[3] - y1],
  ] as const) {
    if (p === 0 && q < 0) return null;
    if (p < 0) enter = Math.max(enter, q / p);
    if (p > 0) leave = Math.min(leave, q / p);
  }
  if (enter > leave) return null;
  const at = (t: number): Point => [x1 + t * dx, y1 + t * dy];
  return [enter === 0 ? [x1, y1] : at(enter), leave === 1 ? [x2, y2] : at(leave)];
}

/** The parts of a line inside a box, each a line of its own. */
function clipLine(line: readonly Point[], box: Bbox): Point[][] {
  const parts: Point[][] = [];
  let isGoingOn = false;
  line.forEach((to, i) => {
    const from = line[i - 1];
    if (from === undefined) return;
    const inside = clipStretch(from, to, box);
    if (inside === null) {
      isGoingOn = false;
      return;
    }
    if (isGoingOn && isSame(inside[0], from)) parts.at(-1)?.push(inside[1]);
    else parts.push([inside[0], inside[1]]);
    isGoingOn = isSame(inside[1], to);
  });
  return parts;
}

/** How far along the box's edge a point lies, from its south-western corner counter-clockwise: 0 to 4; null off the edge. */
function alongEdge([lon, lat]: Point, [west, south, east, north]: Bbox): number | null {
  const near = (a: number, b: number) => Math.abs(a - b) < 1;
  if (near(lat, south)) return (lon - west) / (east - west);
  if (near(lon, east)) return 1 + (lat - south) / (north - south);
  if (near(lat, north)) return 2 + (east - lon) / (east - west);
  return near(lon, west) ? 3 + (north - lat) / (north - south) : null;
}

const corner = (number: number, [west, south, east, north]: Bbox): Point =>
  (
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ] as const
  )[number % 4] ?? [west, south];

interface Chain {
  readonly points: readonly Point[];
  readonly start: number;
  readonly end: number;
}

/** From the end of one chain along the box's edge to the start of the next, until it closes. */
function closeChains(chains: readonly Chain[], box: Bbox): Ring[] {
  const left = new Set(chains);
  const rings: Ring[] = [];
  const ahead = (from: number, to: number) => (to - from + 4) % 4;
  for (const first of left) {
    const points: Point[] = [];
    let chain = first;
    do {
      left.delete(chain);
      points.push(...chain.points);
      const { end } = chain;
      const [next = first] = [first, ...left].sort((a, b) => ahead(end, a.start) - ahead(end, b.start));
      for (let c = Math.floor(end) + 1; c < end + ahead(end, next.start); c += 1) points.push(corner(c, box));
      chain = next;
    } while (chain !== first);
    rings.push([...points, first.points[0] ?? [0, 0]].flat());
  }
  return rings;
}

/** Where a line begins again outside the box, so that no stretch inside is cut by its beginning. */
function turned(ring: readonly Point[], box: Bbox): readonly Point[] {
  const isOutside = ([lon, lat]: Point) => lon < box[0] || lon > box[2] || lat < box[1] || lat > box[3];
  const at = ring.findIndex(isOutside);
  return at <= 0 ? ring : [...ring.slice(at), ...ring.slice(1, at + 1)];
}

function coastLines(extract: OsmExtract): { closed: Point[][]; open: Point[][] } {
  const { shapes, nodes } = extract;
  const lines = shapes.kind.flatMap((kind, way) =>
    kind === 'coast' ? [Array.from(shapes.refs.subarray(shapes.offset[way], shapes.offset[way + 1]))] : [],
  );
  const { closed, open } = joinLines(lines, false);
  const toPoints = (line: readonly number[]): Point[] =>
    line
      .filter((node) => (nodes.lon[node] ?? absent) !== absent)
      .map((node) => [nodes.lon[node] ?? 0, nodes.lat[node] ?? 0]);
  return { closed: closed.map(toPoints), open: open.map(toPoints) };
}

/**
 * The sea in a box. Coasts have land on their left and water on their right; they are closed along the box.
 *
 * @returns no sea where there is no coast; null where a coast ends within the box, so that nobody can say
 *   what is sea.
 */
export function findSea(extract: OsmExtract, bounds: Bbox | null): readonly Sea[] | null {
  const { closed, open } = coastLines(extract);
  if (closed.length + open.length === 0) return [];
  if (bounds === null) return null;
  const [west, south, east, north] = bounds.map((degrees) => Math.round(degrees * 1e7));
  const box: Bbox = [west ?? 0, south ?? 0, east ?? 0, north ?? 0];
  const islands: Ring[] = [];
  const chains: Chain[] = [];
  let isWhole = true;
  for (const line of [...closed.map((ring) => turned(ring, box)), ...open]) {
    for (const part of clipLine(line, box)) {
      const [first, last] = [part[0] ?? nowhere, part.at(-1) ?? nowhere];
      if (isSame(first, last)) {
        islands.push(part.flat());
        continue;
      }
      // Turned round, so that the sea is on the left.
      const [start, end] = [alongEdge(last, box), alongEdge(first, box)];
      if (start === null || end === null) isWhole = false;
      else chains.push({ points: part.toReversed(), start, end });
    }
  }
  return isWhole ? compose(chains, islands, box) : null;
}

function compose(chains: readonly Chain[], rings: readonly Ring[], box: Bbox): readonly Sea[] {
  const islands = rings.filter((ring) => signedArea(ring) > 0);
  const inlets = rings.filter((ring) => signedArea(ring) <= 0);
  const whole: Ring = [0, 1, 2, 3, 0].flatMap((number) => [...corner(number, box)]);
  const outlines = chains.length > 0 ? closeChains(chains, box) : islands.length > 0 ? [whole] : [];
  return [...outlines, ...inlets].map((outline) => ({
    rings: [outline, ...islands.filter((island) => isInRing(outline, island[0] ?? 0, island[1] ?? 0))],
  }));
}
