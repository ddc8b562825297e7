import type { Findings } from '#core/findings.ts';
import { areaOf, type Polygons, type Xy } from '#core/place/ring.ts';
import type { Territory } from '#core/place/territory.ts';
import { findGaps, findOverlaps } from './territory-checks.ts';
import { type Family, familyOf } from './territory-family.ts';
import type { StatedFile, StatedUnit } from './territory-file.ts';
import type { Before } from './territory-history.ts';
import { outlinesOf } from './territory-outlines.ts';
import { placedUnits, swapRings, toPlane } from './territory-plane.ts';
import {
  checkArea,
  checkCodes,
  checkMissing,
  checkOutline,
  type Place,
  sayMisfit,
  sayScreen,
} from './territory-report.ts';
import { municipalityRow, planeToDegrees, type Shapes, unitRow } from './territory-rows.ts';
import { screenOf } from './territory-screen.ts';
import { soundPolygons } from './territory-shape.ts';
import { type Coverage, coverageOf, neighboursOf } from './territory-topology.ts';

/** A unit with a sound shape on the region's plane. */
interface PlacedUnit extends StatedUnit {
  readonly isCorrected: boolean;
}

/** Rows of the map out of what an official file states, and how the shapes got their place. */
export interface Built {
  readonly rows: readonly Territory[];
  /** Id of the row of each unit kept, by its code. */
  readonly ids: ReadonlyMap<string, string>;
  /** Shape of each town and parish of the region on its plane, by id. */
  readonly shapes: ReadonlyMap<string, Polygons>;
  /** Whether the file has north before east throughout. */
  readonly areSwapped: boolean;
}

/** The first of several records of one code. */
function withoutTwins(units: readonly StatedUnit[], findings: Findings): StatedUnit[] {
  const first = new Map<string, StatedUnit>();
  for (const unit of units) {
    const other = first.get(unit.code);
    if (other === undefined) first.set(unit.code, unit);
    else {
      const values = { value: unit.code, name: unit.name, other: other.spot.row };
      findings.drop({ code: 'unit-twice', ...unit.spot, field: 'code', values });
    }
  }
  return [...first.values()];
}

/** Shapes on the region's plane, sound ones only. */
function shapeUnits(
  units: readonly StatedUnit[],
  file: StatedFile,
  { region }: Before,
  findings: Findings,
): { units: PlacedUnit[]; shapes: Polygons[] } {
  const move = toPlane(file.epsg, region);
  const placed: PlacedUnit[] = [];
  const shapes: Polygons[] = [];
  for (const unit of units) {
    const { spot, name } = unit;
    const rings = unit.rings.map((ring) => ring.map(move));
    const sound = soundPolygons(rings, file.outerIsClockwise, { findings, spot, name });
    if (sound === null) findings.drop({ code: 'unit-without-shape', ...spot, values: { name } });
    else {
      // The rings of the file are not needed any more: of a whole country they are half of the memory.
      placed.push({ ...unit, rings: [], isCorrected: sound.isCorrected });
      shapes.push(sound.polygons);
    }
  }
  return { units: placed, shapes };
}

/** Numbers of the region's units and of those around them. */
function chooseUnits(units: readonly PlacedUnit[], coverage: Coverage, { isOwn }: Family) {
  const own = units.flatMap((unit, i) => (isOwn(unit) ? [i] : []));
  const ownSet = new Set(own);
  const around = neighboursOf(coverage);
  const neighbours = [...new Set(own.flatMap((i) => around[i] ?? []))].filter((i) => !ownSet.has(i));
  return { own, neighbours: neighbours.toSorted((a, b) => a - b) };
}

/**
 * Puts what an official file states on the map: finds the units of the region and around it, makes their shapes
 * sound, lets neighbours share their borders, checks how they fit, and carries on what is known of each.
 * @throws Problem `bad-import` where the region's municipality is not in the file, or lies nowhere near the region.
 */
export function buildTerritories(file: StatedFile, before: Before, findings: Findings): Built {
  const stated = withoutTwins(file.units, findings);
  const family = familyOf({ ...file, units: stated }, before, findings);
  const { units: turned, areSwapped } = placedUnits(
    { ...file, units: stated },
    before.region,
    family.isOwn,
    findings,
  );
  const { units, shapes } = shapeUnits(turned, file, before, findings);
  const coverage = coverageOf(shapes);
  const { own, neighbours } = chooseUnits(units, coverage, family);
  const outlines = outlinesOf(coverage, units, family);
  const kept = [...own, ...neighbours];
  const drawings = [
    ...kept.map((i) => coverage.geometries[i]?.arcs ?? []),
    ...outlines.map(({ drawing }) => drawing),
  ];
  const screen = screenOf(coverage, drawings);
  const toLonLat = planeToDegrees(before.region);
  const drawn = (full: Polygons, i: number): Shapes => ({
    full,
    screen: screen.shapes[i] ?? [],
    screenMetres: screen.toleranceMetres === 0 ? 0 : screen.deviationMetres,
    toLonLat,
  });
  const ownRows = own.map((i, n) => unitRow(at(units, i), family, file, drawn(at(coverage.shapes, i), n)));
  const taken = new Set([...ownRows.map(({ id }) => id), ...family.municipalityIds]);
  const neighbourRows = neighbours.map((i, n) =>
    unitRow(at(units, i), family, file, drawn(at(coverage.shapes, i), own.length + n), taken),
  );
  const municipalityRows = outlines.map((outline, n) =>
    municipalityRow(outline, family, before, file, drawn(outline.shape, kept.length + n)),
  );

  const place: Place = (spot: Xy) => toLonLat(spot);
  const ownSet = new Set(own);
  for (const misfit of [...findGaps(coverage), ...findOverlaps(coverage)]) {
    if (misfit.units.some((i) => ownSet.has(i))) {
      sayMisfit(
        misfit,
        misfit.units.map((i) => at(units, i).name),
        place,
        findings,
      );
    }
  }
  for (const i of own) checkArea(at(units, i), areaOf(at(coverage.shapes, i)), findings);
  checkCodes(
    own.map((i) => at(units, i)),
    family,
    before,
    file,
    findings,
  );
  checkMissing(units, family, before, file, findings);
  const move = toPlane(file.epsg, before.region);
  for (const municipality of file.municipalities) {
    const id = family.history.municipalityId(municipality);
    const outline = outlines.find((one) => one.id === id);
    if (outline === undefined) continue;
    checkArea(municipality, areaOf(outline.shape), findings);
    const rings = areSwapped ? swapRings(municipality.rings ?? []) : (municipality.rings ?? []);
    const { spot, name } = municipality;
    const sound = soundPolygons(
      rings.map((ring) => ring.map(move)),
      file.outerIsClockwise,
      { findings, spot, name },
    );
    if (sound !== null) checkOutline(municipality, sound.polygons, outline.shape, findings);
  }
  sayScreen(screen, findings);
  for (const i of kept) at(units, i).isCorrected ? findings.corrected() : findings.kept();
  const outside = units.length - kept.length;
  if (outside > 0) findings.add({ code: 'units-outside', values: { count: outside } });
  const rows = [...municipalityRows, ...ownRows, ...neighbourRows];
  const ids = new Map(kept.map((i, n) => [at(units, i).code, [...ownRows, ...neighbourRows][n]?.id ?? '']));
  const ownShapes = new Map(own.map((i, n) => [ownRows[n]?.id ?? '', at(coverage.shapes, i)]));
  return { rows, ids, shapes: ownShapes, areSwapped };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`there is no ${index}`);
  return found;
}
