import type { Geometry } from 'geojson';
import type { PopulationHistory } from './population-total.ts';
import type { Provenance } from './provenance.ts';
import type { LonLat } from './units.ts';

/** `neighbour` is a unit outside the region, drawn for context only and never counted. */
export type TerritoryKind = 'municipality' | 'town' | 'parish' | 'neighbour';

/** Administrative unit: municipality (novads), town (pilsēta) or parish (pagasts). */
export interface Territory extends Provenance {
  readonly id: string;
  readonly kind: TerritoryKind;
  readonly nameLv: string;
  readonly nameEn: string;
  /** Municipalities this unit belonged to, newest last; a unit outlives its municipality. */
  readonly parents: readonly { id: string; validFrom: string; validTo: string | null }[];
  /** ATVK code of the 2009-2021 generation: 7 digits as text, leading zero kept. */
  readonly atvk2009: string | null;
  /** ATVK code since 2021-07-01, and whether it was checked or inferred by the coding rule. */
  readonly atvk2021: string | null;
  readonly atvk2021IsInferred: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly areaKm2Official: number | null;
  readonly centreName: string | null;
  readonly centre: LonLat | null;
  readonly population: Population | null;
  /** Where a statistical office counts the unit year by year. */
  readonly history?: PopulationHistory;
  readonly geometry: Geometry | null;
  /** How far `geometry` is from the line of the source at most, where it was simplified; absent: not at all. */
  readonly toleranceMetres?: number;
  /** A lighter outline of the same unit for the screen, its borders shared with its neighbours'. */
  readonly screen?: { readonly geometry: Geometry; readonly toleranceMetres: number } | null;
}

/** A count of residents with everything needed to quote it. */
export interface Population {
  readonly people: number;
  readonly year: string;
  /** PMLP (declared) and CSP (usually resident) differ by up to 9 % and are never mixed silently. */
  readonly series: string;
  readonly source: string;
}

export interface Settlement extends Provenance {
  readonly id: string;
  readonly nameLv: string;
  readonly kind: string;
  /** The town or parish it lies in; written as its source states it, read as it lies on the current borders. */
  readonly territoryId: string | null;
  readonly position: LonLat | null;
  readonly positionQuality: string | null;
  readonly population: Population | null;
}

/** One cell of a grid with its residents: a square of the LKS-92 or the European grid, or a hexagon of the H3 grid. */
export interface PopulationCell extends Provenance {
  /** As `core/place/cell.ts` has them: "1kmX448Y313", "100mX4480Y3130"; or an H3 index, "89a901291abffff". */
  readonly id: string;
  /** Closed outline of a cell that is no square named by its id. */
  readonly ring?: readonly LonLat[];
  /** The town or parish in which its centre lies on the current borders; null outside all of them. */
  readonly territoryId: string | null;
  /** True outside every unit that is known, neighbours too: in the sea, or where no borders are. */
  readonly isBeyond?: boolean;
  readonly people: number;
  /**
   * How many published counts of 5 are in `people`, each of which stands for 1 to 10 residents; none unless
   * said. See `core/place/small-counts.ts`.
   */
  readonly smallCounts?: number;
  /** Name of the settlement nearest to the centre, to speak of the cell by name. */
  readonly nearestSettlement: string;
  /** Where its residents are taken to live: its middle, or the mean place of their homes where that is known. */
  readonly centre: LonLat;
}
