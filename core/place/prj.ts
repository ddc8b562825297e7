/** What a .prj file says of the plane in which a shapefile is drawn. */
export interface CrsSaid {
  /** 3059, 3035 or 4326; null for one that is not known here. */
  readonly epsg: 3059 | 3035 | 4326 | null;
  /** As the file calls it, to be said to whoever brings it. */
  readonly name: string;
}

const parameter = (text: string, name: string): number => {
  const match = new RegExp(`PARAMETER\\s*\\[\\s*"${name}"\\s*,\\s*([-+0-9.eE]+)`, 'i').exec(text);
  return match === null ? Number.NaN : Number(match[1]);
};

const isNear = (value: number, wanted: number): boolean => Math.abs(value - wanted) < 1e-6;

/** Of the same plane the false northing alone tells apart LKS-92 (-6,000,000) from TM Baltic93 (0). */
const isLks92 = (text: string): boolean =>
  /Transverse_Mercator/i.test(text) &&
  isNear(parameter(text, 'central_meridian'), 24) &&
  isNear(parameter(text, 'scale_factor'), 0.9996) &&
  isNear(parameter(text, 'false_easting'), 500_000) &&
  isNear(parameter(text, 'false_northing'), -6_000_000) &&
  isNear(parameter(text, 'latitude_of_origin') || 0, 0);

const isLaea = (text: string): boolean =>
  /Lambert_Azimuthal_Equal_Area/i.test(text) &&
  isNear(parameter(text, 'false_easting'), 4_321_000) &&
  isNear(parameter(text, 'false_northing'), 3_210_000);

/** Degrees of WGS 84, or of ETRS89 and LKS-92, which are less than 1 m from it. */
const isDegrees = (text: string): boolean =>
  /^GEOG(CS|CRS)/i.test(text) && /WGS[_ ]?(19)?84|ETRS|LKS|GRS[_ ]?(19)?80/i.test(text);

const firstName = (text: string): string => /^[A-Z_]+\s*\[\s*"([^"]*)"/i.exec(text)?.[1] ?? text.slice(0, 80);

/** Reads the well-known text (OGC 01-009, as ESRI writes it) of a .prj file by its parameters, not by its name. */
export function crsOfPrj(text: string): CrsSaid {
  const trimmed = text.trim();
  const name = firstName(trimmed);
  if (isDegrees(trimmed)) return { epsg: 4326, name };
  const isPlane = /^PROJ(CS|CRS)/i.test(trimmed) && /UNIT\s*\[\s*"(metre|meter|m)"/i.test(trimmed);
  if (isPlane && isLks92(trimmed)) return { epsg: 3059, name };
  if (isPlane && isLaea(trimmed)) return { epsg: 3035, name };
  return { epsg: null, name };
}
