import type { Provenance } from '../place/provenance.ts';
import type { LonLat } from '../place/units.ts';

/**
 * Kinds of cultural institutions: the state's own list (Cabinet Regulation 291 of 30.05.2017), plus
 * open-air stages, markets and churches that hold concerts.
 */
export const venueKinds = [
  'culture-centre',
  'library',
  'museum',
  'gallery',
  'theatre',
  'cinema',
  'concert-organisation',
  'event-place',
  'open-air-stage',
  'culture-school',
  'archive',
  'creative-industry',
  'creative-residency',
  'intangible-heritage',
  'ngo',
  'amateur-group',
  'market',
  'church',
] as const;
export type VenueKind = (typeof venueKinds)[number];

export const venueStatuses = ['open', 'service-point', 'unknown', 'closed'] as const;
export type VenueStatus = (typeof venueStatuses)[number];

/** A fact nobody stated is "not-stated"; it is never read as "no". */
export type Stated = 'yes' | 'no' | 'partly' | 'not-stated';

export interface PhysicalAccess {
  readonly stepFreeEntrance: Stated;
  readonly accessibleToilet: Stated;
  readonly disabledParking: Stated;
  readonly hearingLoop: Stated;
}

/** `approximate` carries the radius in which the true point lies and how the point was found. */
export type VenuePosition =
  | {
      readonly state: 'exact' | 'approximate';
      readonly lonLat: LonLat;
      readonly accuracyMetres: number;
      readonly method: string;
    }
  | { readonly state: 'missing'; readonly reason: string };

/** A row that a person judged to be the same place as another: hidden behind it, and still one of its sources. */
export interface MergedVenue {
  readonly id: string;
  readonly list: string;
  readonly nameLv: string;
  readonly source: string;
}

export interface Venue extends Provenance {
  readonly id: string;
  /** The list it came with: "shipped" or the name of a user's own list. */
  readonly list: string;
  readonly nameLv: string;
  readonly nameEn: string | null;
  readonly kind: VenueKind;
  /** Finer word of the source, for example "manor", "castle". */
  readonly subtype: string | null;
  readonly sectors: readonly string[];
  /**
   * The town or parish. Written only where the source states it, for where a point lies is reckoned anew with
   * every version of the borders; read as it lies on the current ones. Null in no territory of the region.
   */
  readonly territoryId: string | null;
  readonly settlement: string | null;
  readonly address: string | null;
  readonly position: VenuePosition;
  readonly status: VenueStatus;
  /** ISO date of closing where stated. */
  readonly closedOn: string | null;
  readonly capacity: number | null;
  /** In the OpenStreetMap `opening_hours` notation, or null when not stated. */
  readonly openingHours: string | null;
  readonly physicalAccess: PhysicalAccess;
  readonly url: string | null;
  readonly note: string | null;
  /** International Standard Identifier for Libraries and related organisations (ISO 15511), where stated. */
  readonly isil?: string | null;
  /** Rows of any list that are this very place, by decision of a person; absent where there are none. */
  readonly merged?: readonly MergedVenue[];
}
