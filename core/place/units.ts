/**
 * Branded numbers. They cost nothing at run time; a plain number does not fit where a unit is asked for.
 * The constructors below are the only casts.
 */
declare const unit: unique symbol;
type Branded<T, U extends string> = T & { readonly [unit]: U };

export type Minutes = Branded<number, 'Minutes'>;
export type Seconds = Branded<number, 'Seconds'>;
export type Metres = Branded<number, 'Metres'>;
export type NodeIndex = Branded<number, 'NodeIndex'>;

export const minutes = (value: number) => value as Minutes;
export const seconds = (value: number) => value as Seconds;
export const metres = (value: number) => value as Metres;
export const nodeIndex = (value: number) => value as NodeIndex;

/** Longitude and latitude in degrees, WGS 84 (taken as ETRS89), longitude first as in GeoJSON. */
export type LonLat = readonly [lon: number, lat: number];

/** LKS-92 / Latvia TM (EPSG:3059) in metres. Named fields, because official data swap X and Y. */
export interface Lks92 {
  readonly east: number;
  readonly north: number;
}

/** west, south, east, north in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];
