import type { Geometry } from 'geojson';
import type { LonLat } from '../../place/units.ts';
import { pageRings, project } from './frame.ts';
import { clipLine, clipRing } from './geometry.ts';
import type { Point } from './primitives.ts';
import type { Sheet } from './sheet.ts';

type Ring = readonly Point[];

/** Filled part of a geometry inside the map's frame. */
export const groundRings = (sheet: Sheet, geometry: Geometry | null): Ring[] =>
  pageRings(sheet.frame, geometry)
    .map((ring) => clipRing(ring, sheet.frame.box))
    .filter((ring) => ring.length > 0);

/** Outline of a geometry inside the map's frame, without the frame's own edge. */
export const groundOutline = (sheet: Sheet, geometry: Geometry | null): Ring[] =>
  pageRings(sheet.frame, geometry).flatMap((ring) =>
    clipLine([...ring, ...ring.slice(0, 1)], sheet.frame.box),
  );

/** A line inside the map's frame. */
export const groundLine = ({ frame }: Sheet, line: readonly LonLat[]): Ring[] =>
  clipLine(
    line.map((lonLat) => project(frame, lonLat)),
    frame.box,
  );
