import type { Bbox } from '../../place/units.ts';
import { edgeFlag, roadSurfaces } from '../columns.ts';
import { type HighwayClass, highwayClasses, type RoadLine } from '../street.ts';
import { toldSurface } from '../surface.ts';
import { joinLines } from './rings.ts';
import type { OsmSettings } from './settings.ts';
import { simplifyLine, toLonLats } from './simplify.ts';
import type { OsmStreets } from './streets.ts';

/** What every row taken from OpenStreetMap says of itself. */
export const osmProvenance = {
  source: '© OpenStreetMap contributors',
  confidence: 'as mapped',
  isModel: false,
} as const;

/** Classes that are drawn, the most important first. */
const drawn: readonly HighwayClass[] = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'ferry',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'driveway',
];

/** Outside the region's own bounds a road ranks as if it were so many classes lower. */
const outsideSteps = 4;

type Attributes = Pick<RoadLine, 'highway' | 'surface' | 'isBuiltUp' | 'oneway' | 'ref' | 'name'>;

interface Run {
  readonly attributes: Attributes;
  readonly nodes: readonly number[];
}

const carForward = 0b11;
const carBackward = 0b11 << 6;

/** What is told of each way: from its longest edge, because edges of a way differ by place only. */
function attributesOfWays(streets: OsmStreets): ReadonlyMap<number, Attributes> {
  const { columns, network } = streets;
  const longest = new Map<number, number>();
  for (let edge = 0; edge < network.edgeCount; edge += 1) {
    const way = network.edgeWay[edge] ?? 0;
    const known = longest.get(way);
    const isLonger =
      known === undefined || (columns.edgeDecimetres[edge] ?? 0) > (columns.edgeDecimetres[known] ?? 0);
    if (isLonger) longest.set(way, edge);
  }
  const text = (index: number | undefined) => columns.strings[index ?? 0] || null;
  return new Map(
    [...longest].map(([way, edge]) => {
      const [flags, access] = [columns.edgeFlags[edge] ?? 0, columns.edgeAccess[edge] ?? 0];
      const surface = roadSurfaces[columns.edgeSurface[edge] ?? 0] ?? 'paved';
      const attributes: Attributes = {
        highway: highwayClasses[columns.edgeHighway[edge] ?? 0] ?? 'unclassified',
        surface: toldSurface(surface, (flags & edgeFlag.surfaceGuessed) !== 0),
        isBuiltUp: (flags & edgeFlag.builtUp) !== 0,
        oneway: ((access & carForward) !== 0) !== ((access & carBackward) !== 0),
        ref: text(columns.edgeRef[edge]),
        name: text(columns.edgeName[edge]),
      };
      return [way, attributes] as const;
    }),
  );
}

/** Stretches of drawn ways, those of one road that are told alike joined end to end. */
function joinRuns(streets: OsmStreets): Run[] {
  const { runs } = streets;
  const attributes = attributesOfWays(streets);
  const alike = new Map<string, { readonly attributes: Attributes; readonly lines: number[][] }>();
  for (let run = 0; run < runs.count; run += 1) {
    const told = attributes.get(runs.way[run] ?? -1);
    if (told === undefined || !drawn.includes(told.highway)) continue;
    const line = Array.from(runs.nodes.subarray(runs.offset[run], runs.offset[run + 1]));
    const key = Object.values(told).join('\n');
    const group = alike.get(key);
    if (group === undefined) alike.set(key, { attributes: told, lines: [line] });
    else group.lines.push(line);
  }
  return [...alike.values()].flatMap((group) => {
    const { closed, open } = joinLines(group.lines, !group.attributes.oneway);
    return [...closed, ...open].map((nodes) => ({ attributes: group.attributes, nodes }));
  });
}

interface Ranked {
  readonly row: Omit<RoadLine, 'id'>;
  readonly rank: number;
}

function isWithin([west, south, east, north]: Bbox, [lon, lat]: readonly [number, number]): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

const metresOf = (line: readonly (readonly [number, number])[]): number => {
  let metres = 0;
  line.forEach(([lon, lat], i) => {
    const [lon0, lat0] = line[i - 1] ?? [lon, lat];
    const parallel = Math.cos(((lat + lat0) / 2) * (Math.PI / 180));
    metres += 111_320 * Math.hypot((lon - lon0) * parallel, lat - lat0);
  });
  return metres;
};

export interface DrawnLines {
  readonly rows: readonly RoadLine[];
  /** Lines beyond the budget, and how long they are. */
  readonly leftOut: { readonly lines: number; readonly km: number };
}

/**
 * Roads as rows to draw, the most important first. Importance is the class, roads outside the region's own
 * bounds counting as four classes lower, and then the length.
 *
 * @param bounds those of the region's own map; null ranks all alike.
 */
export function drawLines(streets: OsmStreets, bounds: Bbox | null, settings: OsmSettings): DrawnLines {
  const { lon, lat } = streets.extract.nodes;
  const ranked = joinRuns(streets).map(({ attributes, nodes }): Ranked => {
    const points = nodes.flatMap((node) => [lon[node] ?? 0, lat[node] ?? 0]);
    const line = toLonLats(simplifyLine(points, settings.drawingMetres));
    const isInside = bounds === null || line.some((point) => isWithin(bounds, point));
    return {
      row: { ...attributes, ...osmProvenance, role: 'road', lengthMetres: metresOf(line), line },
      rank: drawn.indexOf(attributes.highway) + (isInside ? 0 : outsideSteps),
    };
  });
  ranked.sort((a, b) => a.rank - b.rank || b.row.lengthMetres - a.row.lengthMetres);
  const beyond = ranked.slice(settings.mostLines);
  return {
    rows: ranked.slice(0, settings.mostLines).map(({ row }, i) => ({ ...row, id: i + 1 })),
    leftOut: {
      lines: beyond.length,
      km: beyond.reduce((km, { row }) => km + row.lengthMetres / 1000, 0),
    },
  };
}
