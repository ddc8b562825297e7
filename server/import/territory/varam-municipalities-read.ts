import { readFile, stat } from 'node:fs/promises';
import type { Feature, Position } from 'geojson';
import type { Findings } from '#core/findings.ts';
import { fold } from '#core/language/fold.ts';
import { atvkCode } from '#core/place/atvk.ts';
import { projectionOf } from '#core/place/projection.ts';
import type { Region } from '#core/place/region.ts';
import { type Polygons, type Ring, tidyRing, type Xy } from '#core/place/ring.ts';
import { nestRings } from '#core/place/ring-nesting.ts';
import type { Territory } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import type { BroughtFile } from '../../context.ts';
import type { StatedFile } from './territory-file.ts';
import { type Before, createHistory } from './territory-history.ts';
import { epsgByNumbers } from './territory-layer.ts';
import { readingOf, swapRings, toPlane } from './territory-plane.ts';
import { checkOutline, sayScreen } from './territory-report.ts';
import { planeToDegrees, shapesOf } from './territory-rows.ts';
import { screenOf } from './territory-screen.ts';
import { ringsOf, soundPolygons } from './territory-shape.ts';
import { arcsOf, coverageOf, outlineArcs, shapeOf } from './territory-topology.ts';

/** 43 municipalities in full detail are about 60 MB. */
const maxBytes = 400_000_000;

/** A municipality of the file. */
interface Stated {
  readonly spot: { readonly file: string; readonly row: number };
  readonly name: string;
  readonly code: string | null;
  readonly rings: readonly Ring[];
}

const refuse = (file: string, field: string, value: string, expected: string): Problem =>
  new Problem('bad-import', {
    faults: [{ field: `${file}#${field}`, fault: 'malformed', value: value.slice(0, 200), expected }],
  });

async function readJson({
  name,
  path,
}: BroughtFile): Promise<{ features: readonly Feature[]; crs: unknown }> {
  if ((await stat(path)).size > maxBytes)
    throw new Problem('too-large', { values: { limit: `${maxBytes / 1e6} MB` } });
  let json: { type?: unknown; features?: unknown; crs?: unknown } | null;
  try {
    json = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch (cause) {
    throw refuse(name, '/', cause instanceof Error ? cause.message : '', 'GeoJSON');
  }
  if (json?.type !== 'FeatureCollection' || !Array.isArray(json.features)) {
    throw refuse(name, '/type', String(json?.type), 'FeatureCollection');
  }
  return { features: json.features as Feature[], crs: json.crs };
}

/** "urn:ogc:def:crs:EPSG::3059": the old member `crs` of GeoJSON; null where it is absent. */
function statedEpsg(crs: unknown, file: string): 3059 | 4326 | null {
  const name = (crs as { properties?: { name?: unknown } } | null | undefined)?.properties?.name;
  if (name === undefined) return null;
  if (/CRS84|EPSG:*:(\d*:)?(4326|4258)$/i.test(String(name))) return 4326;
  if (/EPSG:*:?(\d*:)?3059$/i.test(String(name))) return 3059;
  throw refuse(file, '/crs', String(name), 'EPSG:3059, EPSG:4326');
}

const property = (feature: Feature, names: readonly string[]): string => {
  const found = Object.entries(feature.properties ?? {}).find(
    ([key, value]) => names.some((name) => fold(name) === fold(key)) && String(value ?? '').trim() !== '',
  );
  return String(found?.[1] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
};

function readFeature(feature: Feature, file: string, row: number, findings: Findings): Stated | null {
  findings.read();
  const spot = { file, row };
  const name = (property(feature, ['NOSAUKUMS']) || property(feature, ['LABEL', 'NAME', 'novads'])).replace(
    / nov\.?$/i,
    ' novads',
  );
  if (name === '') {
    findings.drop({ code: 'unit-without-name', ...spot, values: {} });
    return null;
  }
  const rings = ringsOf(feature.geometry);
  if (rings === null) {
    findings.drop({ code: 'unit-without-shape', ...spot, values: { name } });
    return null;
  }
  return {
    spot,
    name,
    code: atvkCode(property(feature, ['ATVK', 'KODS', 'ATRIB', 'CODE', 'L0_code'])),
    rings,
  };
}

/** The shape of a row on the plane of the region. */
function shapeOnPlane({ geometry }: Territory, { crs }: Region): Polygons {
  const plane = projectionOf(crs);
  const toXy = ([lon = 0, lat = 0]: Position): Xy => {
    const { east, north } = plane.toPlane([lon, lat]);
    return [east, north];
  };
  const rings = ringsOf(geometry) ?? [];
  return nestRings(
    rings.map((ring) => tidyRing(ring.map((at) => toXy([...at])))).filter((ring) => ring !== null),
  ).polygons;
}

/**
 * Municipalities of the Ministry (VARAM): the file holds no parishes, so the units stay as they are, and the outlines
 * of the municipalities that it names take the place of those made of units. How far the two differ is reported.
 * @throws Problem `bad-import` where the municipality of the region is not in it.
 */
export async function readVaramMunicipalities(
  file: BroughtFile,
  before: Before,
  findings: Findings,
): Promise<{ readonly territories: readonly Territory[]; readonly source: string }> {
  const { features, crs } = await readJson(file);
  const stated = features
    .map((feature, i) => readFeature(feature, file.name, i + 1, findings))
    .filter((one) => one !== null);
  const epsg = statedEpsg(crs, file.name) ?? epsgByNumbers(stated.flatMap(({ rings }) => rings));
  const history = createHistory(before, '2021', null);
  const rows = before.territories.filter(({ kind }) => kind === 'municipality');
  const found = stated.flatMap((one) => {
    const id = history.municipalityId(one);
    const row = rows.find((each) => each.id === id);
    return row === undefined ? [] : [{ one, row }];
  });
  if (!found.some(({ row }) => row.id === before.region.municipalityId))
    throw notThere(file, stated, before.region);
  const outlines = found.flatMap(({ one, row }) => {
    const shape = outlineOf(one, epsg, before.region, findings);
    return shape === null ? [] : [{ row, shape, one }];
  });
  findings.kept(outlines.length);
  const outside = stated.length - found.length;
  if (outside > 0) findings.add({ code: 'units-outside', values: { count: outside } });
  return {
    territories: withOutlines(outlines, before, findings),
    source: 'VARAM, administratīvās teritorijas',
  };
}

function outlineOf(
  one: Stated,
  epsg: StatedFile['epsg'],
  region: Region,
  findings: Findings,
): Polygons | null {
  const { spot, name } = one;
  const reading = readingOf(one.rings, epsg, region);
  if (reading === 'elsewhere') {
    const [x = 0, y = 0] = one.rings[0]?.[0] ?? [];
    findings.drop({ code: 'unit-elsewhere', ...spot, values: { name, x: Math.round(x), y: Math.round(y) } });
    return null;
  }
  if (reading === 'swapped')
    findings.add({ code: 'axes-swapped-here', ...spot, effect: 'corrected', values: { name } });
  const rings = reading === 'swapped' ? swapRings(one.rings) : one.rings;
  const move = toPlane(epsg, region);
  const sound = soundPolygons(
    rings.map((ring) => ring.map(move)),
    null,
    { findings, spot, name },
  );
  if (sound === null) findings.drop({ code: 'unit-without-shape', ...spot, values: { name } });
  return sound?.polygons ?? null;
}

interface Outlined {
  readonly row: Territory;
  readonly shape: Polygons;
  readonly one: Stated;
}

/** The current rows with the new outlines; borders of units that follow an outline follow it on the screen too. */
function withOutlines(outlines: readonly Outlined[], before: Before, findings: Findings): Territory[] {
  const { region, territories } = before;
  const others = territories.filter(
    (row) => !outlines.some((outline) => outline.row === row) && row.geometry !== null,
  );
  const shapes = [...outlines.map(({ shape }) => shape), ...others.map((row) => shapeOnPlane(row, region))];
  for (const { row, shape, one } of outlines) {
    const units = others.filter(({ parents }) => parents.some(({ id }) => id === row.id));
    const union = coverageOf(units.map((unit) => shapeOnPlane(unit, region)));
    const whole = outlineArcs(
      union,
      units.map((_unit, i) => i),
    );
    checkOutline(one, shape, shapeOf(arcsOf(union.topology), whole), findings);
    if (units.length > 0) {
      findings.add({
        code: 'outlines-only',
        values: { title: [...new Set(units.map(({ source }) => source))][0]?.slice(0, 80) ?? '' },
      });
    }
  }
  const coverage = coverageOf(shapes);
  const screen = screenOf(
    coverage,
    coverage.geometries.map(({ arcs }) => arcs),
    false,
  );
  sayScreen(screen, findings);
  const toLonLat = planeToDegrees(region);
  const screenMetres = screen.toleranceMetres === 0 ? 0 : screen.deviationMetres;
  const drawn = new Map(
    [...outlines.map(({ row }) => row), ...others].map((row, i) => [
      row,
      shapesOf({ full: coverage.shapes[i] ?? [], screen: screen.shapes[i] ?? [], screenMetres, toLonLat }),
    ]),
  );
  const source = 'VARAM, administratīvās teritorijas';
  return territories.map((row) => {
    const found = drawn.get(row);
    if (found === undefined) return row;
    const isNew = outlines.some((outline) => outline.row === row);
    return isNew
      ? {
          ...row,
          ...found,
          source: `${row.source.split('; outline:')[0]}; outline: ${source}`,
          confidence: 'official',
          isModel: false,
        }
      : { ...row, ...found };
  });
}

function notThere(
  { name }: BroughtFile,
  stated: readonly Stated[],
  { nameLv, municipalityId }: Region,
): Problem {
  const value = stated
    .slice(0, 8)
    .map((one) => one.name)
    .join(', ');
  return new Problem('bad-import', {
    faults: [{ field: name, fault: 'unknown-reference', value, expected: `${nameLv} (${municipalityId})` }],
  });
}
