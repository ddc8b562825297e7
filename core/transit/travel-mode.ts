import { modes } from '../roads/street.ts';

/** Every way of travel a person can choose: those on streets alone, and public transport with walking. */
export const travelModes = [...modes, 'public-transport'] as const;
export type TravelMode = (typeof travelModes)[number];

/**
 * Departures over which a travel time by public transport is taken: every full minute from `from` on.
 * The percentile counts departures after which there is no arrival as infinite: index
 * `ceil(percentile / 100 x windowMinutes) - 1` of the sorted times, without interpolation.
 */
export interface DepartureWindow {
  /** Local calendar date of the timetable's time zone, "2026-11-24". */
  readonly date: string;
  /** Local wall-clock time of the first departure, "08:00". */
  readonly from: string;
  /** 1 to 240; the number of departures. */
  readonly windowMinutes: number;
  /** 1 to 100; 50 is the median departure. */
  readonly percentile: number;
}

export const windowLimits = {
  leastMinutes: 1,
  mostMinutes: 240,
  usualMinutes: 60,
  usualPercentile: 50,
} as const;
