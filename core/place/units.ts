/** Longitude and latitude in degrees, WGS 84 (taken as ETRS89), longitude first as in GeoJSON. */
export type LonLat = readonly [lon: number, lat: number];

/** LKS-92 / Latvia TM (EPSG:3059) in metres. Named fields, because official data swap X and Y. */
export interface Lks92 {
  readonly east: number;
  readonly north: number;
}

/** west, south, east, north in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];
