import { bytes, integer, text } from './column.ts';

/** What a version keeps as bytes, cut into parts; put together in their order they are the file. */
export const versionFile = { version_id: integer(), name: text(), part: integer(), bytes: bytes() };

/** Travel from every home to one place, so that a restart computes nothing anew. */
export const travelColumn = {
  /** Names streets, homes, way of travel and settings, with the timetable and the departures where it matters. */
  basis: text(),
  /** Of the destination, in 1e-7 degrees. */
  longitude_e7: integer(),
  latitude_e7: integer(),
  costs: bytes(),
};
