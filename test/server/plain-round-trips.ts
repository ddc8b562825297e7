/**
 * Round trips once more, by the plainest means: rows of the shipped GTFS folder, roads of the shipped network
 * one by one, a scan of all connections of a day, every minute tried. Nothing of core but speeds.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { PopulationCell } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import { defaultSpeeds, speedKmh } from '#core/roads/speed.ts';
import type { StreetEdge, StreetNetwork } from '#core/roads/street.ts';

type Row = Readonly<Record<string, string>>;
const gtfs = (name: string) =>
  parse(readFileSync(`geodata/timetable/${name}.txt`, 'utf8'), { columns: true, bom: true }) as Row[];
const model = (name: string) => JSON.parse(readFileSync(`geodata/model/${name}.json`, 'utf8'));
const streets: StreetNetwork = model('streets');
export const cells = (model('population').rows as PopulationCell[]).toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
);

/** "18:30:00" in minutes. */
const minutes = (time = '') => {
  const [hours = 0, rest = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 60 + rest + seconds / 60;
};

export interface Connection {
  readonly trip: string;
  readonly from: string;
  readonly to: string;
  readonly departs: number;
  readonly arrives: number;
}

export const stops = gtfs('stops').map((row) => ({
  id: row.stop_id ?? '',
  lonLat: [Number(row.stop_lon), Number(row.stop_lat)] as const,
}));
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** All rides between neighbouring stops on a date, by departure. */
export function connectionsOn(date: string): Connection[] {
  const compact = date.replaceAll('-', '');
  const changes = new Map(
    gtfs('calendar_dates')
      .filter((row) => row.date === compact)
      .map((row) => [row.service_id, row.exception_type === '1']),
  );
  const weekday = weekdays[new Date(`${date}T12:00Z`).getUTCDay()] ?? '';
  const running = new Set(
    gtfs('calendar')
      .filter((row) => {
        const isUsual =
          row[weekday] === '1' && (row.start_date ?? '') <= compact && compact <= (row.end_date ?? '');
        return changes.get(row.service_id ?? '') ?? isUsual;
      })
      .map((row) => row.service_id),
  );
  const trips = new Set(gtfs('trips').flatMap((row) => (running.has(row.service_id) ? [row.trip_id] : [])));
  const calls = Map.groupBy(
    gtfs('stop_times').filter((row) => trips.has(row.trip_id)),
    (row) => row.trip_id ?? '',
  );
  return [...calls]
    .flatMap(([trip, rows]) =>
      rows.slice(1).map((row, i) => ({
        trip,
        from: rows[i]?.stop_id ?? '',
        to: row.stop_id ?? '',
        departs: minutes(rows[i]?.departure_time),
        arrives: minutes(row.arrival_time),
      })),
    )
    .sort((a, b) => a.departs - b.departs || a.arrives - b.arrives);
}

/** A place on the roads: where it may be left for a junction, and the minutes until there. */
type Doors = readonly { readonly node: number; readonly minutes: number; readonly edge: StreetEdge | null }[];

const footMinutes = (edge: StreetEdge, share = 1) => {
  const kmh = speedKmh(defaultSpeeds, 'foot', edge);
  return kmh === null ? Infinity : ((share * edge.lengthMetres) / 1000 / kmh) * 60;
};

/** Kilometres east and north, good enough for a few metres. */
const plane = ([lon, lat]: LonLat) => [lon * 111.32 * Math.cos((57 * Math.PI) / 180), lat * 111.32] as const;

/** A place at a junction, or else on the road that passes nearest, at a share of its length. */
function doorsOf(lonLat: LonLat): Doors {
  const junction = streets.nodes.find(
    (one) => Math.abs(one.lonLat[0] - lonLat[0]) < 1e-5 && Math.abs(one.lonLat[1] - lonLat[1]) < 1e-5,
  );
  if (junction) return [{ node: junction.id, minutes: 0, edge: null }];
  const [x, y] = plane(lonLat);
  let best = { distance: Infinity, edge: streets.edges[0], share: 0 };
  for (const edge of streets.edges) {
    const points = edge.line.map(plane);
    const lengths = points
      .slice(1)
      .map(([px, py], i) => Math.hypot(px - (points[i]?.[0] ?? 0), py - (points[i]?.[1] ?? 0)));
    const whole = lengths.reduce((sum, length) => sum + length, 0);
    let before = 0;
    lengths.forEach((length, i) => {
      const [[ax, ay], [bx, by]] = [points[i] ?? [0, 0], points[i + 1] ?? [0, 0]];
      const t = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length ** 2;
      const along = Math.min(1, Math.max(0, t));
      const distance = Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
      if (distance < best.distance) best = { distance, edge, share: (before + along * length) / whole };
      before += length;
    });
  }
  const { edge, share } = best;
  if (!edge) return [];
  return [
    { node: edge.from, minutes: footMinutes(edge, share), edge },
    { node: edge.to, minutes: footMinutes(edge, 1 - share), edge },
  ];
}

/** Minutes on foot from a place to the junctions within an hour, over the roads that are wanted (Dijkstra). */
function onFoot(from: Doors, isWanted: (edge: StreetEdge) => boolean): Map<number, number> {
  const found = new Map<number, number>();
  const open = new Map<number, number>();
  const offer = (node: number, time: number) => {
    if (time <= 62 && !found.has(node) && time < (open.get(node) ?? Infinity)) open.set(node, time);
  };
  for (const { node, minutes: time, edge } of from) if (edge === null || isWanted(edge)) offer(node, time);
  while (open.size > 0) {
    const [node, time] = [...open].reduce((a, b) => (b[1] < a[1] ? b : a));
    open.delete(node);
    found.set(node, time);
    for (const edge of edgesAt.get(node) ?? []) {
      if (isWanted(edge)) offer(edge.from === node ? edge.to : edge.from, time + footMinutes(edge));
    }
  }
  return found;
}
const edgesAt = new Map<number, StreetEdge[]>();
for (const edge of streets.edges) {
  for (const node of [edge.from, edge.to]) edgesAt.set(node, [...(edgesAt.get(node) ?? []), edge]);
}

/** A walk in minutes, rounded up to seconds, and whether built-up roads alone do as well to a minute. */
export interface PlainWalk {
  readonly minutes: number;
  readonly isLit: boolean;
}

const stopDoors = stops.map(({ id, lonLat }) => ({ id, doors: doorsOf(lonLat) }));
const cellDoors = cells.map(({ centre }) => doorsOf(centre));

/** Walks of at most an hour from a place to the cells, in their order, and to stops, by id. */
export function walksFrom(lonLat: LonLat) {
  const from = doorsOf(lonLat);
  const all = onFoot(from, () => true);
  const lit = onFoot(from, ({ isBuiltUp }) => isBuiltUp);
  const walkTo = (doors: Doors): PlainWalk | null => {
    const time = (reached: ReadonlyMap<number, number>, isWanted: (edge: StreetEdge | null) => boolean) =>
      Math.min(
        ...doors.map(({ node, minutes: more, edge }) =>
          isWanted(edge) ? (reached.get(node) ?? Infinity) + more : Infinity,
        ),
      );
    const fastest = time(all, () => true);
    if (fastest > 60) return null;
    const isLit = time(lit, (edge) => edge === null || edge.isBuiltUp) <= fastest + 1;
    return { minutes: Math.max(0, Math.ceil(fastest * 60 - 1e-6)) / 60, isLit };
  };
  const toStops = stopDoors.flatMap(({ id, doors }) => {
    const walk = walkTo(doors);
    return walk ? [{ stop: id, ...walk }] : [];
  });
  return { toCells: cellDoors.map(walkTo), toStops };
}
