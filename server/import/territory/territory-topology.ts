import { mergeArcs, neighbors } from 'topojson-client';
import { topology } from 'topojson-server';
import { type Polygons, type Ring, signedArea, tidyRing, type Xy } from '#core/place/ring.ts';
import { findInserts, Places, snapped, withInserts } from './territory-snap.ts';

/** Lines, each once, and what is made of them (TopoJSON). */
type Topology = ReturnType<typeof topology>;

/** Rings of lines, by polygon. */
interface Drawn {
  readonly type: 'MultiPolygon';
  readonly arcs: number[][][];
}

/** Units whose common borders are one and the same line. */
export interface Coverage {
  /** As given, on common places. */
  readonly shapes: readonly Polygons[];
  readonly topology: Topology;
  /** By the numbers of the shapes. */
  readonly geometries: readonly Drawn[];
  /** Which units have each line, and whether along it or against it. */
  readonly users: readonly (readonly { readonly unit: number; readonly isReversed: boolean }[])[];
}

type Xys = readonly Xy[];

const build = (shapes: readonly Polygons[]): Coverage => {
  const geometries = shapes.map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates }));
  const units = { type: 'GeometryCollection' as const, geometries } as unknown as GeoJSON.GeometryCollection;
  const made = topology({ units });
  const found = (made.objects.units as unknown as { geometries: Drawn[] }).geometries;
  return { shapes, topology: made, geometries: found, users: usersOf(made, found) };
};

/** A line that runs against its direction is written as its complement. */
export const arcOf = (index: number): number => (index < 0 ? ~index : index);

function usersOf(made: Topology, geometries: readonly Drawn[]): Coverage['users'] {
  const users: { unit: number; isReversed: boolean }[][] = made.arcs.map(() => []);
  for (const [unit, { arcs }] of geometries.entries()) {
    for (const index of (arcs ?? []).flat(2)) users[arcOf(index)]?.push({ unit, isReversed: index < 0 });
  }
  return users;
}

/** Borders that only one unit has: coasts, the edge of the file, and wherever two units do not fit. */
const aloneOf = ({ topology: { arcs }, users }: Coverage) =>
  arcs.flatMap((arc, i) => {
    const [user, second] = users[i] ?? [];
    return user === undefined || second !== undefined
      ? []
      : [{ ring: arc as unknown as Ring, unit: user.unit }];
  });

/** Two rounds: a vertex that was put into a line may come to lie beside another. */
const rounds = 2;

/**
 * Finds the borders that units share, to the centimetre that official files differ by: equal vertices within 0.1 m
 * become one, and where one unit has a vertex on the line of its neighbour, the neighbour gets it too.
 */
export function coverageOf(shapes: readonly Polygons[]): Coverage {
  const places = new Places();
  let coverage = build(shapes.map((polygons) => snapped(polygons, places)));
  for (let round = 0; round < rounds; round += 1) {
    const inserts = findInserts(aloneOf(coverage), places);
    if (inserts.size === 0) break;
    coverage = build(coverage.shapes.map((polygons) => withInserts(polygons, inserts)));
  }
  return coverage;
}

/** Numbers of the units that share a stretch of border with each. */
export const neighboursOf = ({ geometries }: Coverage): readonly (readonly number[])[] =>
  neighbors(geometries as never);

/** Coordinates of a ring of lines. */
function ringOfArcs(arcs: readonly Xys[], ring: readonly number[]): Ring {
  const places: Xy[] = [];
  for (const index of ring) {
    const arc = arcs[arcOf(index)] ?? [];
    const run = index < 0 ? arc.toReversed() : arc;
    places.push(...(places.length === 0 ? run : run.slice(1)));
  }
  return places;
}

export const arcsOf = ({ arcs }: Topology): readonly Xys[] => arcs as unknown as readonly Xys[];

/** The outline of some units as rings of lines: by polygon, the outer ring first. */
export const outlineArcs = (
  { topology: made, geometries }: Coverage,
  units: readonly number[],
): number[][][] => {
  const chosen = units.flatMap((unit) => geometries[unit] ?? []);
  return mergeArcs(made, chosen as never).arcs;
};

/** Shapes of rings of lines; a ring that has shrunk to nothing goes, with its polygon where it is the outline. */
export const shapeOf = (
  arcs: readonly Xys[],
  polygons: readonly (readonly (readonly number[])[])[],
): Polygons =>
  polygons.flatMap((polygon) => {
    const [outer, ...holes] = polygon.map((ring) => tidyRing(ringOfArcs(arcs, ring)));
    return outer == null ? [] : [[outer, ...holes.filter((hole) => hole !== null)]];
  });

/** A closed line of a drawing, with its places and what it encloses: negative when that lies on its right. */
export interface Line {
  readonly arcs: readonly number[];
  readonly ring: Ring;
  /** Square metres. */
  readonly area: number;
}

/** Parts a line that comes through one place twice: there an outline and a hole touch. */
function parted(ring: readonly number[], arcs: readonly Xys[]): number[][] {
  const lines: number[][] = [];
  let open: { readonly arc: number; readonly start: string }[] = [];
  for (const arc of ring) {
    const run = arcs[arcOf(arc)] ?? [];
    const start = String(arc < 0 ? run.at(-1) : run[0]);
    const again = open.findIndex((one) => one.start === start);
    if (again >= 0) {
      lines.push(open.slice(again).map((one) => one.arc));
      open = open.slice(0, again);
    }
    open.push({ arc, start });
  }
  return [...lines, open.map((one) => one.arc)];
}

/** The lines of a merged drawing, none of which touches itself. */
export const linesOf = (rings: readonly (readonly number[])[], arcs: readonly Xys[]): Line[] =>
  rings
    .flatMap((ring) => parted(ring, arcs))
    .map((own) => {
      const ring = ringOfArcs(arcs, own);
      return { arcs: own, ring, area: signedArea(ring) };
    });
