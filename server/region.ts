import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { languages } from '#core/language/routes.ts';
import { projectionOf } from '#core/place/projection.ts';
import { type Region, unitKinds, widened } from '#core/place/region.ts';
import { setRegionTime } from '#core/place/region-clock.ts';
import type { Bbox, LonLat } from '#core/place/units.ts';
import { zoneOf } from '#core/place/zoned-time.ts';
import { Problem } from '#core/problem.ts';

/** Everything that ships about the region. */
export const geodataFolder = fileURLToPath(new URL('../geodata', import.meta.url));

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'a-z 0-9 - (1-60)');
const name = z.string().trim().min(1).max(80);
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const lonLat = z.tuple([longitude, latitude]);
const isBox = ([west, south, east, north]: readonly number[]) =>
  (west ?? 0) < (east ?? 0) && (south ?? 0) < (north ?? 0);
const box = z.tuple([longitude, latitude, longitude, latitude]).refine(isBox, 'west < east, south < north');
const day = z.iso.date();

const isKnown = (check: () => unknown): boolean => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};

/** What a region file may hold; see docs/other-region.md. */
const regionFile = z
  .strictObject({
    id,
    nameLv: name,
    nameEn: name,
    municipalityId: id,
    municipalityCodes: z
      .array(z.string().regex(/^[A-Za-z0-9]{1,20}$/, 'text, leading zeros kept'))
      .optional(),
    asOf: day.nullish(),
    levels: z.array(z.enum(unitKinds)).min(1).optional(),
    languages: z.array(z.enum(languages)).min(1).optional(),
    focalTown: z.strictObject({ territoryId: id, nameLv: name, nameEn: name, lonLat }),
    bounds: box.optional(),
    centre: lonLat.optional(),
    radiusKm: z.number().positive().max(500).optional(),
    networkBounds: box.optional(),
    bufferKm: z.number().min(0).max(500).optional(),
    crs: z.number().refine((crs) => isKnown(() => projectionOf(crs)), '3059, 32601-32660, 32701-32760'),
    hasShippedData: z.boolean(),
    timeZone: z.string().refine((zone) => isKnown(() => zoneOf(zone)), 'Europe/Riga'),
  })
  .superRefine((file, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const isRound = file.centre !== undefined && file.radiusKm !== undefined;
    if ((file.bounds === undefined) !== isRound) issue('bounds', 'bounds, or centre and radiusKm');
    if ((file.networkBounds === undefined) !== (file.bufferKm !== undefined)) {
      issue('networkBounds', 'networkBounds or bufferKm');
    }
  });

type RegionFile = z.infer<typeof regionFile>;

const boundsOf = ({ bounds, centre: [lon, lat] = [0, 0], radiusKm = 0 }: RegionFile): Bbox =>
  bounds ?? widened([lon, lat, lon, lat], radiusKm);

const holds = ([west, south, east, north]: Bbox, [lon, lat]: LonLat) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** Completes what the file leaves to be reckoned. */
const toRegion = (file: RegionFile): Region => {
  const { municipalityCodes, asOf, levels, languages: spoken, networkBounds, bufferKm = 0 } = file;
  const { id: regionId, nameLv, nameEn, municipalityId, focalTown, crs, hasShippedData, timeZone } = file;
  const bounds = boundsOf(file);
  return {
    ...{ id: regionId, nameLv, nameEn, municipalityId },
    ...(municipalityCodes === undefined ? {} : { municipalityCodes }),
    asOf: asOf ?? null,
    ...(levels === undefined ? {} : { levels }),
    ...(spoken === undefined ? {} : { languages: spoken }),
    focalTown,
    bounds,
    networkBounds: networkBounds ?? widened(bounds, bufferKm),
    ...{ crs, hasShippedData, timeZone },
  };
};

/**
 * Reads and checks the text of a region file.
 * @throws Problem `bad-config` naming the first field that does not fit, its value and what would.
 */
export const parseRegion = (text: string, fileName: string): Region => {
  const refuse = (field: string, value: unknown, expected: string, cause?: unknown) => {
    const said = typeof value === 'string' ? value : (JSON.stringify(value)?.slice(0, 80) ?? '–');
    return new Problem('bad-config', {
      values: { name: field === '' ? fileName : `${fileName}: ${field}`, value: said, expected },
      cause,
    });
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw refuse('', text.slice(0, 40), 'JSON', cause);
  }
  const found = regionFile.safeParse(json);
  if (!found.success) {
    const [issue] = found.error.issues;
    const at =
      issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : (issue?.path ?? []);
    throw refuse(at.join('.'), valueAt(json, at), issue?.message ?? '');
  }
  const region = toRegion(found.data);
  if (!holds(region.bounds, region.focalTown.lonLat)) {
    throw refuse('focalTown.lonLat', region.focalTown.lonLat, `in ${region.bounds.join(', ')}`);
  }
  return region;
};

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key],
    json,
  );

/** Reads `geodata/regions/<name>.json`. @throws Problem `bad-config` when there is no such region, or a faulty one. */
export const readRegion = async (region: string): Promise<Region> => {
  const file = new URL(`../geodata/regions/${region}.json`, import.meta.url);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const values = { name: 'REGION', value: region, expected: 'geodata/regions/*.json' };
    throw new Problem('bad-config', { values, cause });
  });
  return parseRegion(text, `geodata/regions/${region}.json`);
};

/** The region that this program speaks of from here on: every date is meant in its time. @throws as {@link readRegion} */
export const openRegion = async (name: string): Promise<Region> => {
  const region = await readRegion(name);
  setRegionTime(region);
  return region;
};
