import type { Bbox } from '../../place/units.ts';
import { edgeFlag, junctionKinds, type RoadSurface, roadSurfaces } from '../columns.ts';
import type { StreetGraph } from '../graph.ts';
import { type HighwayClass, highwayClasses, type Mode, modes } from '../street.ts';
import { type BuiltUpReason, profileOf } from './built-up.ts';
import { type Connection, connectionOf } from './connection.ts';
import type { DrawnAreas } from './drawn-areas.ts';
import type { DrawnLines } from './drawn-lines.ts';
import type { DropReason } from './highway.ts';
import type { IgnoredReason } from './restriction.ts';
import type { OsmStreets } from './streets.ts';

/** What an import of streets read, guessed and left out. Lengths are kilometres with three decimals. */
export interface StreetsReport {
  readonly kind: 'osm';
  readonly file: {
    readonly name: string;
    /** RFC 3339 instant up to which edits are in it; null where the file does not say. */
    readonly timestamp: string | null;
    readonly bounds: Bbox | null;
    readonly writtenBy: string | null;
    readonly nodes: number;
    readonly ways: number;
    readonly relations: number;
  };
  readonly km: number;
  readonly junctions: number;
  readonly edges: number;
  readonly kmByClass: Readonly<Partial<Record<HighwayClass, number>>>;
  readonly kmBySurface: Readonly<Partial<Record<RoadSurface, number>>>;
  /** Of roads open to cars: how far something had to be guessed. */
  readonly guessed: {
    readonly carKm: number;
    readonly surfaceKm: number;
    /** Neither a number nor a zone says how fast one may go. */
    readonly speedKm: number;
    /** How it is known that a road is built-up or not; "none" is taken as not. */
    readonly builtUpKm: Readonly<Partial<Record<BuiltUpReason, number>>>;
  };
  readonly connection: Readonly<Record<Mode, Connection>>;
  /** Ways with `highway` that are no streets of ours. */
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  readonly missing: { readonly ways: number; readonly nodes: number };
  readonly waysOutside: number;
  /** Ways with times or seasons in a tag, read as if it were not there. */
  readonly waysWithConditions: number;
  readonly turnRestrictions: {
    readonly kept: number;
    readonly ignored: Readonly<Partial<Record<IgnoredReason, number>>>;
  };
  /** Points that hold somebody up. */
  readonly barriers: number;
  readonly signals: number;
  readonly levelCrossings: number;
  readonly ferries: { readonly count: number; readonly withoutDuration: number };
  readonly drawn: {
    readonly lines: number;
    readonly linesLeftOut: number;
    readonly kmLeftOut: number;
    readonly areas: number;
    readonly areasLeftOut: number;
    readonly areasUnclosed: number;
    readonly isSeaWhole: boolean;
    readonly places: number;
  };
}

const rounded = (km: number): number => Math.round(km * 1000) / 1000;

class Kilometres<K extends string> {
  readonly #metres = new Map<K, number>();

  add(key: K, metres: number): void {
    this.#metres.set(key, (this.#metres.get(key) ?? 0) + metres);
  }

  /** The longest first. */
  all(): Partial<Record<K, number>> {
    const sorted = [...this.#metres].sort(([, a], [, b]) => b - a);
    return Object.fromEntries(sorted.map(([key, metres]) => [key, rounded(metres / 1000)])) as Partial<
      Record<K, number>
    >;
  }
}

const carBits = 0b11 | (0b11 << 6);

function measure(streets: OsmStreets) {
  const { columns, extract, network, builtUpBy } = streets;
  const byClass = new Kilometres<HighwayClass>();
  const bySurface = new Kilometres<RoadSurface>();
  const builtUp = new Kilometres<BuiltUpReason>();
  let [all, car, surface, speed] = [0, 0, 0, 0];
  for (let edge = 0; edge < network.edgeCount; edge += 1) {
    const metres = (network.edgeDecimetres[edge] ?? 0) / 10;
    all += metres;
    byClass.add(highwayClasses[columns.edgeHighway[edge] ?? 0] ?? 'unclassified', metres);
    bySurface.add(roadSurfaces[columns.edgeSurface[edge] ?? 0] ?? 'paved', metres);
    if (((columns.edgeAccess[edge] ?? 0) & carBits) === 0) continue;
    car += metres;
    if (((columns.edgeFlags[edge] ?? 0) & edgeFlag.surfaceGuessed) !== 0) surface += metres;
    const { limit } = profileOf(extract, network, edge);
    if (limit.kmh === 0 && limit.zone === null) speed += metres;
    builtUp.add(builtUpBy[edge] ?? 'none', metres);
  }
  return {
    km: rounded(all / 1000),
    kmByClass: byClass.all(),
    kmBySurface: bySurface.all(),
    guessed: {
      carKm: rounded(car / 1000),
      surfaceKm: rounded(surface / 1000),
      speedKm: rounded(speed / 1000),
      builtUpKm: builtUp.all(),
    },
  };
}

function countWays({ extract }: OsmStreets) {
  let [conditions, ferries, withoutDuration] = [0, 0, 0];
  for (const number of extract.roads.profile) {
    const profile = extract.profiles[number];
    if (profile?.hasConditions) conditions += 1;
    if (!profile?.isFerry) continue;
    ferries += 1;
    if (profile.ferrySeconds === null) withoutDuration += 1;
  }
  return { waysWithConditions: conditions, ferries: { count: ferries, withoutDuration } };
}

export interface Drawn {
  readonly lines: DrawnLines;
  readonly areas: DrawnAreas;
  readonly places: number;
}

/** Tells of an import, for people who have to believe the numbers that come from it. */
export function reportStreets(
  fileName: string,
  streets: OsmStreets,
  graph: StreetGraph,
  { lines, areas, places }: Drawn,
): StreetsReport {
  const { extract, runs, network, turns } = streets;
  const { timestamp, bounds, writtenBy } = extract.header;
  const { nodes, ways, relations, dropped } = extract.counts;
  const kinds = (kind: (typeof junctionKinds)[number]) =>
    network.nodeKind.reduce((sum, each) => sum + (each === junctionKinds.indexOf(kind) ? 1 : 0), 0);
  const connection = Object.fromEntries(modes.map((mode) => [mode, connectionOf(graph, mode)]));
  return {
    kind: 'osm',
    file: { name: fileName, timestamp, bounds, writtenBy, nodes, ways, relations },
    junctions: network.nodeKind.length,
    edges: network.edgeCount,
    ...measure(streets),
    connection: connection as Record<Mode, Connection>,
    dropped,
    missing: { ways: runs.waysWithMissingNodes, nodes: runs.missingNodes },
    waysOutside: runs.waysOutside,
    ...countWays(streets),
    turnRestrictions: { kept: turns.kept, ignored: turns.ignored },
    barriers: network.barriers.size,
    signals: kinds('signals'),
    levelCrossings: kinds('level-crossing'),
    drawn: {
      lines: lines.rows.length,
      linesLeftOut: lines.leftOut.lines,
      kmLeftOut: rounded(lines.leftOut.km),
      areas: areas.rows.length,
      areasLeftOut: areas.leftOut,
      areasUnclosed: streets.areas.unclosed,
      isSeaWhole: areas.isSeaWhole,
      places,
    },
  };
}
