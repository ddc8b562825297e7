import type { Findings } from '#core/findings.ts';
import type { Polygons } from '#core/place/ring.ts';
import type { Territory } from '#core/place/territory.ts';
import { type Family, familyOf } from './territory-family.ts';
import type { StatedFile, StatedUnit } from './territory-file.ts';
import type { Before } from './territory-history.ts';
import { inspect } from './territory-inspect.ts';
import { at, type Laid, type PlacedUnit } from './territory-laid.ts';
import { outlinesOf } from './territory-outlines.ts';
import { placedUnits, toPlane } from './territory-plane.ts';
import { municipalityRow, planeToDegrees, type Shapes, unitRow } from './territory-rows.ts';
import { screenOf } from './territory-screen.ts';
import { soundPolygons } from './territory-shape.ts';
import { type Coverage, coverageOf, neighboursOf } from './territory-topology.ts';

/** Rows of the map out of what an official file states, and how the shapes got their place. */
interface Built {
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

function layOut(file: StatedFile, before: Before, findings: Findings): Laid {
  const stated = { ...file, units: withoutTwins(file.units, findings) };
  const family = familyOf(stated, before, findings);
  const { units: turned, areSwapped } = placedUnits(stated, before.region, family.isOwn, findings);
  const { units, shapes } = shapeUnits(turned, file, before, findings);
  const coverage = coverageOf(shapes);
  const { own, neighbours } = chooseUnits(units, coverage, family);
  const outlines = outlinesOf(coverage, units, family);
  const drawings = [
    ...[...own, ...neighbours].map((i) => coverage.geometries[i]?.arcs ?? []),
    ...outlines.map(({ drawing }) => drawing),
  ];
  const screen = screenOf(coverage, drawings);
  return { units, coverage, family, own, neighbours, outlines, screen, areSwapped };
}

function makeRows(laid: Laid, file: StatedFile, before: Before): Pick<Built, 'rows' | 'ids' | 'shapes'> {
  const { units, coverage, family, own, neighbours, outlines, screen } = laid;
  const screenMetres = screen.toleranceMetres === 0 ? 0 : screen.deviationMetres;
  const toLonLat = planeToDegrees(before.region);
  const shapes = (full: Polygons, drawing: number): Shapes => ({
    full,
    screen: at(screen.shapes, drawing),
    screenMetres,
    toLonLat,
  });
  const row = (i: number, drawing: number, taken?: Set<string>) =>
    unitRow(at(units, i), family, file, shapes(at(coverage.shapes, i), drawing), taken);
  const ownRows = own.map((i, n) => row(i, n));
  const taken = new Set([...ownRows.map(({ id }) => id), ...family.municipalityIds]);
  const around = neighbours.map((i, n) => row(i, own.length + n, taken));
  const first = own.length + neighbours.length;
  const municipalities = outlines.map((outline, n) =>
    municipalityRow(outline, family, before, file, shapes(outline.shape, first + n)),
  );
  const unitRows = [...ownRows, ...around];
  return {
    rows: [...municipalities, ...unitRows],
    ids: new Map([...own, ...neighbours].map((i, n) => [at(units, i).code, at(unitRows, n).id])),
    shapes: new Map(own.map((i, n) => [at(ownRows, n).id, at(coverage.shapes, i)])),
  };
}

/**
 * Puts what an official file states on the map: finds the units of the region and around it, makes their shapes
 * sound, lets neighbours share their borders, checks how they fit, and carries on what is known of each.
 * @throws Problem `bad-import` where the region's municipality is not in the file, or lies nowhere near the region.
 */
export function buildTerritories(file: StatedFile, before: Before, findings: Findings): Built {
  const laid = layOut(file, before, findings);
  inspect(laid, file, before, findings);
  return { ...makeRows(laid, file, before), areSwapped: laid.areSwapped };
}
