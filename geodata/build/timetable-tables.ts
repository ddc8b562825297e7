import { numberOrNull, readTable, text, textOrNull } from './tables.ts';

/** A stop whose name is not that of a place, or that stands on the way between two. */
export interface StopPlan {
  readonly name: string;
  readonly place: string | null;
  readonly way: { readonly from: string; readonly to: string; readonly metres: number } | null;
}

/** A line of the model timetable; `out` runs over its stops in this order, `back` in the other. */
export interface LinePlan {
  readonly id: string;
  readonly shortName: string;
  readonly name: string;
  readonly kind: 'rail' | 'bus';
  readonly stops: readonly string[];
  /** Of the whole way by rail; buses are reckoned on roads. */
  readonly minutes: { readonly out: number | null; readonly back: number | null };
  readonly source: string;
}

export type Direction = 'out' | 'back';

/** "07:50@Tukuma AO" is there at that time; without a stop it leaves the first one then. */
export interface Departure {
  readonly minute: number;
  readonly at: string | null;
}

export interface DeparturePlan {
  readonly line: string;
  readonly service: string;
  readonly direction: Direction;
  readonly departures: readonly Departure[];
}

export const readStopPlans = (): StopPlan[] =>
  readTable('assumptions/timetable-stops.csv').map((row) => {
    const [from, to] = (textOrNull(row, 'way') ?? '').split(' > ');
    const metres = numberOrNull(row, 'metres');
    const way = from && to && metres !== null ? { from, to, metres } : null;
    return { name: text(row, 'stop'), place: textOrNull(row, 'place'), way };
  });

export const readLinePlans = (): LinePlan[] =>
  readTable('assumptions/timetable-lines.csv').map((row) => ({
    id: text(row, 'line'),
    shortName: text(row, 'short_name'),
    name: text(row, 'name'),
    kind: text(row, 'kind') === 'rail' ? 'rail' : 'bus',
    stops: text(row, 'stops').split(' > '),
    minutes: { out: numberOrNull(row, 'minutes_out'), back: numberOrNull(row, 'minutes_back') },
    source: text(row, 'source'),
  }));

export const readDeparturePlans = (): DeparturePlan[] =>
  readTable('assumptions/timetable-departures.csv').map((row) => ({
    line: text(row, 'line'),
    service: text(row, 'service'),
    direction: text(row, 'direction') === 'out' ? 'out' : 'back',
    departures: [...text(row, 'departures').matchAll(/(\d\d):(\d\d)(?:@(\D+))?(?: (?=\d)|$)/g)].map(
      ([, hours, minutes, at]) => ({ minute: Number(hours) * 60 + Number(minutes), at: at?.trim() ?? null }),
    ),
  }));
