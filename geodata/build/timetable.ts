import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { slug } from '#core/language/fold.ts';
import type { LonLat } from '#core/place/units.ts';
import type { Datasets } from './datasets.ts';
import { geodataFolder } from './tables.ts';
import { calendarRows, compact, validity } from './timetable-calendar.ts';
import { type BusRoads, layBusRoads } from './timetable-roads.ts';
import { readDeparturePlans, readLinePlans, readStopPlans } from './timetable-tables.ts';
import { type ModelTrip, modelTrips } from './timetable-trips.ts';

const publisher =
  'Tukuma kultūras karte: parauga saraksts, nav īsti reisi / model timetable, not real departures';
const address = 'https://example.org/model-timetable';
/** Stands with every trip. */
const mark = 'paraugs / example';
/** Stands with every stop. */
const placedAt = 'novietojums aptuvens / placed at the point of the village or as assumed';

type Rows = readonly (readonly string[])[];

/**
 * The model timetable as the tables of a GTFS feed, by file name: made from `assumptions/timetable-*.csv`,
 * running times from the drawn roads. How is told in `docs/methods/model-timetable.md`.
 */
export function timetableTexts({
  streets,
  plan,
}: Pick<Datasets, 'streets' | 'plan'>): Record<string, string> {
  const stopPlans = readStopPlans();
  const lines = readLinePlans();
  const roads = layBusRoads(streets, stopPlans);
  const stations = new Map(plan.places);
  for (const { name, place } of stopPlans) {
    const position = place === null ? undefined : plan.places.get(place);
    if (position !== undefined) stations.set(name, position);
  }
  const trips = modelTrips(lines, readDeparturePlans(), roads, stations);
  const { calendar, dates } = calendarRows();
  const tables: Readonly<Record<string, Rows>> = {
    'agency.txt': [
      ['agency_id', 'agency_name', 'agency_url', 'agency_timezone', 'agency_lang'],
      ['model', publisher, address, 'Europe/Riga', 'lv'],
    ],
    'stops.txt': stopRows(trips, roads, stations),
    'routes.txt': [
      ['route_id', 'agency_id', 'route_short_name', 'route_long_name', 'route_desc', 'route_type'],
      ...lines.map(({ id, shortName, name, kind, source }) => [
        id,
        'model',
        shortName,
        name,
        `${mark}; ${source}`,
        kind === 'rail' ? '2' : '3',
      ]),
    ],
    'trips.txt': tripRows(trips),
    'stop_times.txt': stopTimeRows(trips),
    'calendar.txt': calendar,
    'calendar_dates.txt': dates,
    'feed_info.txt': [
      [
        'feed_publisher_name',
        'feed_publisher_url',
        'feed_lang',
        'feed_start_date',
        'feed_end_date',
        'feed_version',
      ],
      [publisher, address, 'lv', compact(validity.first), compact(validity.last), 'model-1'],
    ],
  };
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, stringify([...rows])]));
}

/** Stations and bus stops of one name are two stops. */
const stopIdOf = ({ line }: ModelTrip, stop: string): string => `${line.kind}-${slug(stop)}`;

/** "Kūdra (Jūrmala)" is told from another Kūdra in the facts only. */
const nameOf = (stop: string): string => stop.replace(/ \(.*\)$/, '');

function stopRows(trips: readonly ModelTrip[], roads: BusRoads, stations: ReadonlyMap<string, LonLat>): Rows {
  const stops = new Map<string, readonly string[]>();
  for (const trip of trips) {
    for (const stop of trip.stops) {
      const position = trip.line.kind === 'rail' ? stations.get(stop) : roads.positionOf(stop);
      const [lon, lat] = (position ?? []).map((degrees) => degrees.toFixed(6));
      if (lon === undefined || lat === undefined) throw new Error(`no position of ${stop}`);
      stops.set(stopIdOf(trip, stop), [stopIdOf(trip, stop), nameOf(stop), placedAt, lat, lon]);
    }
  }
  const rows = [...stops].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return [['stop_id', 'stop_name', 'stop_desc', 'stop_lat', 'stop_lon'], ...rows];
}

const tripIdOf = ({ line, service, direction, minutes }: ModelTrip): string =>
  `model-${line.id}-${service}-${direction}-${clock(minutes[0] ?? 0)
    .slice(0, 5)
    .replace(':', '')}`;

const tripRows = (trips: readonly ModelTrip[]): Rows => [
  ['route_id', 'service_id', 'trip_id', 'trip_headsign', 'trip_short_name', 'direction_id'],
  ...trips.map((trip) => [
    trip.line.id,
    trip.service,
    tripIdOf(trip),
    nameOf(trip.stops.at(-1) ?? ''),
    mark,
    trip.direction === 'out' ? '0' : '1',
  ]),
];

/** `timepoint` 0: the times are approximate. */
const stopTimeRows = (trips: readonly ModelTrip[]): Rows => [
  ['trip_id', 'arrival_time', 'departure_time', 'stop_id', 'stop_sequence', 'timepoint'],
  ...trips.flatMap((trip) =>
    trip.stops.map((stop, index) => {
      const time = clock(trip.minutes[index] ?? 0);
      return [tripIdOf(trip), time, time, stopIdOf(trip, stop), String(index + 1), '0'];
    }),
  ),
];

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;

/** Writes `geodata/timetable`. */
export function writeTimetable(texts: Readonly<Record<string, string>>): void {
  const folder = join(geodataFolder, 'timetable');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(texts)) writeFileSync(join(folder, name), content);
}
