import type { OsmExtract } from './extract.ts';
import { absent } from './node-table.ts';
import { isInRing, joinLines, type Ring, signedArea } from './rings.ts';
import type { ShapeKind } from './shape.ts';

/** An area with its outlines. */
export interface OsmArea {
  /** "w123" for a way, "r123" for a relation; further parts have "-2" and so on. */
  readonly id: string;
  readonly kind: ShapeKind;
  /** The outline first, then the holes. */
  readonly rings: readonly Ring[];
  /** Without the holes. */
  readonly squareMetres: number;
}

/** Points of a line of nodes; null when one is missing. */
function ringOf({ nodes }: OsmExtract, line: readonly number[]): Ring | null {
  const ring: number[] = [];
  for (const node of line) {
    const [lon, lat] = [nodes.lon[node] ?? absent, nodes.lat[node] ?? absent];
    if (lon === absent) return null;
    ring.push(lon, lat);
  }
  return ring;
}

const lineOfWay = ({ shapes }: OsmExtract, way: number): number[] =>
  Array.from(shapes.refs.subarray(shapes.offset[way] ?? 0, shapes.offset[way + 1] ?? 0));

interface Nested {
  readonly ring: Ring;
  readonly size: number;
  readonly around: readonly number[];
}

/** Which rings lie within which: those at even depth are outlines, those at odd depth holes of the one around. */
function nest(rings: readonly Ring[]): readonly Nested[] {
  const sized = rings.map((ring) => ({ ring, size: Math.abs(signedArea(ring)) }));
  return sized.map(({ ring, size }, i) => ({
    ring,
    size,
    around: sized.flatMap((other, j) => {
      const isAround = j !== i && other.size > size && isInRing(other.ring, ring[0] ?? 0, ring[1] ?? 0);
      return isAround ? [j] : [];
    }),
  }));
}

/** The areas that rings make up together, holes with the smallest outline around them. */
function toAreas(id: string, kind: ShapeKind, rings: readonly Ring[]): OsmArea[] {
  const nested = nest(rings);
  const areas: OsmArea[] = [];
  nested.forEach(({ ring, size, around }, i) => {
    if (around.length % 2 === 1) return;
    const holes = nested.filter(
      (hole) => hole.around.length === around.length + 1 && hole.around.includes(i),
    );
    areas.push({
      id: areas.length === 0 ? id : `${id}-${areas.length + 1}`,
      kind,
      rings: [ring, ...holes.map((hole) => hole.ring)],
      squareMetres: size - holes.reduce((sum, hole) => sum + hole.size, 0),
    });
  });
  return areas;
}

export interface Areas {
  readonly areas: readonly OsmArea[];
  /** Closed ways and relations that could not be closed, because ways or nodes are missing. */
  readonly unclosed: number;
}

function areasOfWays(extract: OsmExtract): Areas {
  const areas: OsmArea[] = [];
  let unclosed = 0;
  extract.shapes.kind.forEach((kind, way) => {
    if (kind === null || kind === 'coast') return;
    const line = lineOfWay(extract, way);
    // An open line with such a tag is a side of something else.
    if (line.length < 4 || line[0] !== line.at(-1)) return;
    const ring = ringOf(extract, line);
    if (ring === null) unclosed += 1;
    else areas.push(...toAreas(`w${extract.shapes.ids[way]}`, kind, [ring]));
  });
  return { areas, unclosed };
}

function areasOfRelations(extract: OsmExtract): Areas {
  const { ids } = extract.shapes;
  const wanted = new Set(extract.areas.flatMap(({ ways }) => ways));
  const byId = new Map<number, number>();
  ids.forEach((id, way) => {
    if (wanted.has(id)) byId.set(id, way);
  });
  let unclosed = 0;
  const areas = extract.areas.flatMap(({ id, kind, ways }) => {
    const lines = ways.flatMap((way) => {
      const known = byId.get(way);
      return known === undefined ? [] : [lineOfWay(extract, known)];
    });
    const { closed, open } = joinLines(lines);
    const rings = closed.map((line) => ringOf(extract, line)).filter((ring) => ring !== null);
    if (open.length > 0 || lines.length < ways.length || rings.length < closed.length) unclosed += 1;
    return toAreas(`r${id}`, kind, rings);
  });
  return { areas, unclosed };
}

/** Every area of an extract: closed ways, and relations assembled from theirs. */
export function assembleAreas(extract: OsmExtract): Areas {
  const [ofWays, ofRelations] = [areasOfWays(extract), areasOfRelations(extract)];
  return {
    areas: [...ofWays.areas, ...ofRelations.areas],
    unclosed: ofWays.unclosed + ofRelations.unclosed,
  };
}
