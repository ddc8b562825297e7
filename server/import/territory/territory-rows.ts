import type { Geometry } from 'geojson';
import { slug } from '#core/language/fold.ts';
import { generationSpan } from '#core/place/atvk.ts';
import { projectionOf } from '#core/place/projection.ts';
import type { Region } from '#core/place/region.ts';
import type { Polygons, Xy } from '#core/place/ring.ts';
import type { Territory } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import type { Family } from './territory-family.ts';
import type { StatedFile, StatedUnit } from './territory-file.ts';
import type { Before } from './territory-history.ts';
import type { Outline } from './territory-outlines.ts';

/** The shapes of one row on the region's plane. */
export interface Shapes {
  readonly full: Polygons;
  readonly screen: Polygons;
  /** How far the screen's lines are from the full ones; 0: they are the same. */
  readonly screenMetres: number;
  readonly toLonLat: (at: Xy) => LonLat;
}

/** One centimetre. */
const digits = 7;
/** One metre, for lines that are several off anyway. */
const screenDigits = 5;

export const planeToDegrees = ({ crs }: Pick<Region, 'crs'>): ((at: Xy) => LonLat) => {
  const plane = projectionOf(crs);
  return ([east, north]) => plane.fromPlane({ east, north });
};

function toGeometry(polygons: Polygons, toLonLat: Shapes['toLonLat'], decimals: number): Geometry {
  const coordinates = polygons.map((polygon) =>
    polygon.map((ring) => ring.map((at) => toLonLat(at).map((value) => Number(value.toFixed(decimals))))),
  );
  const [first = [], second] = coordinates;
  return second === undefined
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates };
}

export const shapesOf = ({
  full,
  screen,
  screenMetres,
  toLonLat,
}: Shapes): Pick<Territory, 'geometry' | 'screen'> => ({
  geometry: toGeometry(full, toLonLat, digits),
  screen:
    screenMetres === 0
      ? null
      : {
          geometry: toGeometry(screen, toLonLat, screenMetres < 2 ? digits : screenDigits),
          toleranceMetres: Math.ceil(screenMetres * 10) / 10,
        },
});

const mark = '; also: ';

/** What the source said of things that no file of borders holds: centre, English name, residents. */
function carried(known: Territory | undefined): string {
  if (known === undefined || (known.centre === null && known.population === null)) return '';
  const said = known.source.includes(mark)
    ? known.source.slice(known.source.indexOf(mark) + mark.length)
    : known.source;
  return `${mark}${said.replace(/; boundary:.*$/, '')}`;
}

const provenanceOf = (file: StatedFile, known: Territory | undefined) => ({
  source: `${file.source}${carried(known)}`,
  confidence: file.confidence,
  isModel: false,
});

const kept = (known: Territory | undefined) => ({
  centreName: known?.centreName ?? null,
  centre: known?.centre ?? null,
  population: known?.population ?? null,
});

/** A slug that nothing else has: with its municipality where a name repeats. */
function freeId({ name, municipality }: StatedUnit, taken: Set<string>): string {
  const candidates = [slug(name), `${slug(name)}-${slug(municipality.name)}`];
  for (let i = 2; candidates.every((id) => taken.has(id)); i += 1) candidates.push(`${candidates[1]}-${i}`);
  return candidates.find((id) => !taken.has(id)) ?? '';
}

/**
 * The row of a town or parish; with `taken`, of a neighbour, whose id has to keep clear of the region's own.
 * What only the row before knows (centre, English name, residents) stays, with its source.
 */
export function unitRow(
  unit: StatedUnit,
  family: Family,
  file: StatedFile,
  shapes: Shapes,
  taken?: Set<string>,
): Territory {
  const known = family.history.known(unit);
  const isNeighbour = taken !== undefined;
  const parents = isNeighbour ? [] : family.parentsOf(unit);
  const plain = known === undefined || taken?.has(known.id) ? freeId(unit, taken ?? new Set()) : known.id;
  // A municipality without parts is its own only unit.
  const id = !isNeighbour && family.municipalityIds.has(plain) ? `${plain}-whole` : plain;
  taken?.add(id);
  const kind = unit.kind === 'parish' ? 'parish' : 'town';
  const since = [unit.validFrom, known?.validFrom, parents[0]?.validFrom].find((day) => day != null);
  return {
    id,
    kind: isNeighbour ? 'neighbour' : kind,
    nameLv: unit.name,
    nameEn: known?.nameEn ?? unit.name,
    parents,
    ...family.history.codes(unit),
    validFrom: earliest(since, parents[0]?.validFrom) ?? generationSpan[file.generation].from,
    validTo: null,
    areaKm2Official: unit.areaKm2 ?? known?.areaKm2Official ?? null,
    ...kept(known),
    ...shapesOf(shapes),
    ...provenanceOf(file, known),
  };
}

const earliest = (a: string | undefined | null, b: string | undefined): string | undefined => {
  if (a == null) return b;
  return b === undefined || a < b ? a : b;
};

/** The row of a municipality, of now or of before, drawn as the union of its units. */
export function municipalityRow(
  outline: Outline,
  family: Family,
  before: Before,
  file: StatedFile,
  shapes: Shapes,
): Territory {
  const { id } = outline;
  const known = before.territories.find((one) => one.id === id && one.kind === 'municipality');
  const stated = file.municipalities.find((one) => family.history.municipalityId(one) === id);
  const spans = outline.units.flatMap((unit) => family.parentsOf(unit).filter((parent) => parent.id === id));
  const isOver = spans.every(({ validTo }) => validTo !== null);
  const lastDay =
    spans
      .map(({ validTo }) => validTo ?? '')
      .toSorted()
      .at(-1) ?? null;
  const name = stated?.name ?? known?.nameLv ?? family.history.municipalityName(id) ?? id;
  const code = stated?.code ?? null;
  return {
    id,
    kind: 'municipality',
    nameLv: name,
    nameEn: known?.nameEn ?? name,
    parents: [],
    atvk2009: (file.generation === '2009' ? code : null) ?? known?.atvk2009 ?? null,
    atvk2021: (file.generation === '2021' ? code : null) ?? known?.atvk2021 ?? null,
    atvk2021IsInferred: false,
    validFrom:
      known?.validFrom ??
      spans.map(({ validFrom }) => validFrom).toSorted()[0] ??
      generationSpan[file.generation].from,
    validTo: known === undefined ? (isOver ? lastDay : null) : known.validTo,
    areaKm2Official: stated?.areaKm2 ?? known?.areaKm2Official ?? null,
    ...kept(known),
    ...shapesOf(shapes),
    ...provenanceOf({ ...file, source: `${file.source}; outline: union of its units` }, known),
  };
}
