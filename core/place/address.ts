import type { LonLat } from './units.ts';

/** A house or farm of an address register, or a name that a place goes by. */
export type AddressKind = 'house' | 'place-name';

/** One address with the names it is written with, from the smallest to the largest. */
export interface Address {
  /** Code in its source. */
  readonly id: string;
  readonly kind: AddressKind;
  /** "7A" in a street, "Bisnieki" for a farm. */
  readonly name: string;
  readonly street: string | null;
  readonly village: string | null;
  /** Town or parish as its source writes it: "Tukums", "Slampes pagasts". */
  readonly unit: string | null;
  readonly municipality: string | null;
  /** "LV-3101". */
  readonly postcode: string | null;
  /** Id of the town or parish of the map; null where it is not one of them. */
  readonly territoryId: string | null;
  readonly lonLat: LonLat;
}
