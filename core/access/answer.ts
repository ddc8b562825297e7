import type { VenueKind, VenueStatus } from '../offer/venue.ts';
import type { LonLat } from '../place/units.ts';
import type { TransitJourney } from '../transit/journey.ts';
import type { DepartureWindow, TravelMode } from '../transit/travel-mode.ts';

/** Why a value is blank. A blank is never 0 and never without one of these. */
export const reasonCodes = [
  'unsnapped',
  'no-offer',
  'no-route',
  'no-people',
  'no-stop-within-walk',
  /** Public transport: after too many of the departures asked for, nothing arrives within the longest travel time. */
  'no-journey-in-window',
  'no-service-on-date',
  'no-timetable',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const measureIds = ['nearest', 'people-within', 'venues-within', 'way-to-town', 'catchment'] as const;
export type MeasureId = (typeof measureIds)[number];

/** "min" minutes, "percent" of residents, "venues" a count. */
export type MeasureUnit = 'min' | 'percent' | 'venues';

/** What is asked for. `offer` is a list of kinds, or one venue; ignored by measures whose destination is the focal town. */
export interface AccessQuery {
  readonly measure: MeasureId;
  readonly offer: Offer;
  readonly mode: TravelMode;
  /** Day, window and percentile of departures; null unless the mode is public transport. */
  readonly departure: DepartureWindow | null;
  /** Thresholds are "at most": a journey of exactly this long counts. */
  readonly cutoffMinutes: number;
  readonly venueStatuses: readonly VenueStatus[];
}

export type Offer = { readonly kinds: readonly VenueKind[] } | { readonly venueId: string };

/**
 * Classes of a map. Class i holds values v with breaks[i-1] < v <= breaks[i]; the last class everything above.
 * There is one class more than there are breaks; blanks are outside all of them.
 */
export interface Classes {
  readonly breaks: readonly number[];
  readonly unit: MeasureUnit;
  /** True where a larger value means better access, so that the palette runs the other way. */
  readonly largerIsBetter: boolean;
}

/** One value per population cell, in columns of equal length. */
export interface CellColumns {
  readonly id: readonly string[];
  readonly people: readonly number[];
  /** Published counts of 5 in `people` of each cell, see `core/place/small-counts.ts`; absent where there are none. */
  readonly smallCounts?: readonly number[];
  /** Index into `territories`. */
  readonly territory: readonly number[];
  readonly value: readonly (number | null)[];
  readonly reason: readonly (ReasonCode | null)[];
  /** Travel time to the deciding venue in minutes; null where there is none. */
  readonly minutes: readonly (number | null)[];
  /** Length of that way in kilometres; null where there is none. */
  readonly km: readonly (number | null)[];
  /** Outline of each cell, a closed ring; null where all are squares that their ids name. */
  readonly ring: readonly (readonly LonLat[])[] | null;
  /** Index into `venues` of the deciding venue; null where there is none. */
  readonly venue: readonly (number | null)[];
}

/** A parish, a town or the whole region, summed from its cells with residents as weights. */
export interface TerritoryRow {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly people: number;
  readonly value: number | null;
  readonly reason: ReasonCode | null;
  /** Weighted median kilometres to the deciding venue, unreachable counted as infinite; null with `reason` when the median is unreachable. */
  readonly km: number | null;
  /** Residents per class of the cells' values, as many numbers as classes. */
  readonly peopleByClass: readonly number[];
  /** Residents of cells without a value. */
  readonly peopleBlank: number;
  /** The inhabited cell with the worst value, by the name of its nearest settlement. */
  readonly farthest: { readonly cellId: string; readonly settlement: string; readonly value: number } | null;
  /** The venue that most residents have as their deciding one, with its share of residents in percent. */
  readonly mainVenue: { readonly venue: number; readonly percent: number } | null;
}

/** A destination with the territory it serves. */
export interface VenueRow {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly lonLat: readonly [number, number];
  /** Residents for whom this venue decides the value; 0 where the measure has no deciding venue. */
  readonly people: number;
  readonly medianMinutes: number | null;
  readonly farthest: { readonly cellId: string; readonly settlement: string; readonly value: number } | null;
}

/** A complete answer: enough to draw the map, the table and the figure. */
export interface AccessAnswer {
  readonly query: AccessQuery;
  readonly unit: MeasureUnit;
  readonly classes: Classes;
  readonly cells: CellColumns;
  readonly territories: readonly TerritoryRow[];
  readonly total: TerritoryRow;
  readonly venues: readonly VenueRow[];
  /** What was not counted, and why: venues of the offer by status, without a position, far from any street. */
  readonly leftOut: {
    readonly byStatus: Readonly<Partial<Record<VenueStatus, number>>>;
    readonly withoutPosition: number;
    readonly unsnapped: number;
    /** Cells outside every unit that is known, with their residents, who are in no number; absent when there are none. */
    readonly beyond?: { readonly cells: number; readonly people: number };
  };
}

/** A journey in full: what lies between a home and a venue. */
export interface Way {
  readonly mode: TravelMode;
  readonly from: { readonly label: string; readonly lonLat: readonly [number, number] };
  readonly to: {
    readonly venueId: string | null;
    readonly nameLv: string;
    readonly nameEn: string;
    readonly lonLat: readonly [number, number];
  };
  readonly minutes: number | null;
  readonly km: number | null;
  readonly reason: ReasonCode | null;
  /** Walked off the network at either end, included in `minutes` and `km`. */
  readonly offRoadMetres: { readonly start: number; readonly end: number };
  readonly line: readonly (readonly [number, number])[];
  /** Consecutive stretches of one road. */
  readonly legs: readonly {
    readonly ref: string | null;
    readonly name: string | null;
    readonly highway: string;
    readonly surface: string;
    readonly role: 'road' | 'link' | 'off-road';
    readonly km: number;
    readonly minutes: number;
  }[];
  /** By public transport: the journeys of the window, each the best of its departure, stop by stop; else empty. */
  readonly journeys: readonly TransitJourney[];
}

/** Travel from every cell of one territory to every venue: `minutes[cell][venue]`. */
export interface TravelTimes {
  readonly territoryId: string;
  readonly mode: TravelMode;
  readonly departure: DepartureWindow | null;
  readonly cellIds: readonly string[];
  readonly venueIds: readonly string[];
  readonly minutes: readonly (readonly (number | null)[])[];
}
