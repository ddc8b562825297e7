import type { LonLat } from '../place/units.ts';
import { edgeFlag, type RoadSurface, roadSurfaces, type StreetColumns } from './columns.ts';
import { type HighwayClass, highwayClasses, type StreetEdge } from './street.ts';
import { toldSurface } from './surface.ts';

/** What is known of an edge of the graph, in words. */
export interface RoadAttributes
  extends Pick<StreetEdge, 'highway' | 'surface' | 'isBuiltUp' | 'ref' | 'name' | 'role' | 'lengthMetres'> {
  /** What it is reckoned with; `surface` is what is told, `unknown` where it was guessed. */
  readonly roadSurface: RoadSurface;
  readonly isRoundabout: boolean;
  readonly isFerry: boolean;
  /** Null where nobody stated it. */
  readonly isLit: boolean | null;
  readonly isModel: boolean;
}

export function roadOf(columns: StreetColumns, edge: number): RoadAttributes {
  const flags = columns.edgeFlags[edge] ?? 0;
  const has = (flag: number) => (flags & flag) !== 0;
  const roadSurface = roadSurfaces[columns.edgeSurface[edge] ?? 0] ?? 'gravel';
  const text = (index: number) => (index === 0 ? null : (columns.strings[index] ?? null));
  return {
    highway: highwayOf(columns, edge),
    surface: toldSurface(roadSurface, has(edgeFlag.surfaceGuessed)),
    roadSurface,
    isBuiltUp: has(edgeFlag.builtUp),
    ref: text(columns.edgeRef[edge] ?? 0),
    name: text(columns.edgeName[edge] ?? 0),
    role: has(edgeFlag.link) ? 'link' : 'road',
    lengthMetres: (columns.edgeDecimetres[edge] ?? 0) / 10,
    isRoundabout: has(edgeFlag.roundabout),
    isFerry: has(edgeFlag.ferry),
    isLit: has(edgeFlag.lightUnknown) ? null : has(edgeFlag.lit),
    isModel: has(edgeFlag.model),
  };
}

const highwayOf = (columns: StreetColumns, edge: number): HighwayClass =>
  highwayClasses[columns.edgeHighway[edge] ?? 0] ?? 'unclassified';

/** The drawn line of an edge. */
export function lineOf({ lineOffset, linePoints }: StreetColumns, edge: number): LonLat[] {
  const line: LonLat[] = [];
  const end = lineOffset[edge + 1] ?? 0;
  for (let point = lineOffset[edge] ?? 0; point < end; point += 1) {
    line.push([(linePoints[2 * point] ?? 0) / 1e7, (linePoints[2 * point + 1] ?? 0) / 1e7]);
  }
  return line;
}

export const nodeLonLat = ({ nodeLonLat: lonLat }: StreetColumns, node: number): LonLat => [
  (lonLat[2 * node] ?? 0) / 1e7,
  (lonLat[2 * node + 1] ?? 0) / 1e7,
];
