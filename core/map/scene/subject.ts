import type { VenueKind } from '../../offer/venue.ts';
import type { LonLat } from '../../place/units.ts';
import type { LegendEntry } from '../legend.ts';

export type Level = 'cells' | 'parishes';

/** A place marked on the map. */
export interface MarkedPlace {
  readonly id: string;
  readonly lonLat: LonLat;
  readonly kind: VenueKind;
}

/** A line of a legend that stands for no place on the map. */
interface LegendDetail {
  readonly label: string;
  readonly people: number;
}

/** What a figure shows of its places, whatever it was computed from, in the language of the figure. */
export interface Subject {
  readonly kind: 'access' | 'round-trip';
  readonly legendTitle: string;
  readonly legend: readonly LegendEntry[];
  /** A second part of the legend, below its sum; null where there is none. */
  readonly details: { readonly title: string; readonly rows: readonly LegendDetail[] } | null;
  readonly cells: {
    readonly id: readonly string[];
    /** Null where all are squares that their ids name. */
    readonly ring: readonly (readonly LonLat[])[] | null;
    /** "#rrggbb", null for a blank. */
    readonly colour: readonly (string | null)[];
  };
  /** Colour of each territory that has a value or a blank (null). */
  readonly territories: ReadonlyMap<string, string | null>;
  readonly marks: readonly MarkedPlace[];
  /** What the only mark is; null where marks are named by their kinds. */
  readonly markTitle: string | null;
  /** Sentences below the map: what the numbers count and what they assume. */
  readonly notes: readonly string[];
  /** A page of `docs/methods`. */
  readonly method: string;
}
