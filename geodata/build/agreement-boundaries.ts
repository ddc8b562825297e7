import { slug } from '#core/language/fold.ts';
import type { LonLat } from '#core/place/units.ts';
import { type Cells, covers, type Polygonal, ringsOf, unitGeometry } from './boundaries.ts';
import { table } from './markdown.ts';
import { areaAndCentroid, distance } from './plane.ts';
import { allSeeds, beyond, seedAssembly } from './seeds.ts';
import { type Shape, shapeOf } from './shape.ts';
import { lonLatOrNull, readTable, text } from './tables.ts';
import { officialTargets, type Targets } from './targets.ts';

/** Shorter contacts than this are corners, not borders. */
const touchKm = 0.3;

/** How the drawn boundaries compare with the official figures, as Markdown. */
export function boundaryAgreement(cells: Cells): string[] {
  const targets = officialTargets();
  const shape = shapeOf(allSeeds());
  const plain = shapeOf(seedAssembly()([]));
  return [
    '#### Areas and centroids',
    '',
    ...areaTable(cells, targets),
    '',
    `Mean error of a unit's area: ${percent(meanAreaError(shape, targets))}; with places, centres and`,
    `centroids alone, before the constructed interior seeds, it is ${percent(meanAreaError(plain, targets))}.`,
    '',
    '#### Neighbours, shared borders, topology',
    '',
    ...neighbourLines(shape, plain, targets),
    ...topologyLines(cells, targets),
    placeLine(cells),
  ];
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const signedPercent = (share: number) => `${share < 0 ? '-' : '+'}${Math.abs(share * 100).toFixed(1)} %`;

function areaTable(cells: Cells, targets: Targets): string[] {
  let [drawn, official] = [0, 0];
  const rows = targets.units
    .filter(({ isOwn }) => isOwn)
    .map(({ unit, area, east, north }) => {
      const { area: squareMetres, centroid } = areaAndCentroid(ringsOf(unitGeometry(cells, [unit])));
      const km2 = squareMetres / 1e6;
      [drawn, official] = [drawn + km2, official + area];
      const off = distance(centroid, { east: east * 1000, north: north * 1000 }) / 1000;
      return [unit, km2.toFixed(1), area.toFixed(1), signedPercent(km2 / area - 1), off.toFixed(1)];
    });
  const sum = [
    'all 23 units',
    drawn.toFixed(1),
    official.toFixed(1),
    signedPercent(drawn / official - 1),
    '',
  ];
  return table(['unit', 'drawn km²', 'official km²', 'difference', 'centroid off by km'], [...rows, sum]);
}

function meanAreaError(shape: Shape, targets: Targets): number {
  const own = targets.units.filter(({ isOwn }) => isOwn);
  const errors = own.map(({ unit, area }) => Math.abs((shape.units.get(unit)?.area ?? 0) / area - 1));
  return errors.reduce((a, b) => a + b, 0) / errors.length;
}

/** Pairs of units, at least one of them of the region, that touch on the map and in the facts. */
function pairScores(shape: Shape, targets: Targets) {
  const drawn = [...shape.borders].filter(([pair, km]) => {
    const units = pair.split('|');
    return km >= touchKm && !units.includes(beyond) && units.some((unit) => targets.own.has(unit));
  });
  const right = drawn.filter(([pair]) => targets.borders.has(pair));
  const [official, error] = [...targets.borders].reduce(
    ([sum, wrong], [pair, km]) => [sum + km, wrong + Math.abs((shape.borders.get(pair) ?? 0) - km)],
    [0, 0],
  );
  return {
    precision: right.length / drawn.length,
    recall: right.length / targets.borders.size,
    lengthError: error / official,
    wrong: drawn.filter(([pair]) => !targets.borders.has(pair)).map(([pair]) => pair.replace('|', ' and ')),
    missed: [...targets.borders.keys()].filter((pair) => (shape.borders.get(pair) ?? 0) < touchKm),
  };
}

function neighbourLines(shape: Shape, plain: Shape, targets: Targets): string[] {
  const [now, before] = [pairScores(shape, targets), pairScores(plain, targets)];
  const list = (pairs: readonly string[]) =>
    pairs.length === 0 ? 'none' : pairs.map((pair) => pair.replace('|', ' and ')).join(', ');
  return [
    `- Neighbouring pairs (${targets.borders.size} official, the sea among them): precision ${percent(now.precision)},`,
    `  recall ${percent(now.recall)}; without interior seeds ${percent(before.precision)} and ${percent(before.recall)}.`,
    `- Drawn but not official: ${list(now.wrong)}. Official but not drawn: ${list(now.missed)}.`,
    `- Length of shared borders: off by ${percent(now.lengthError)} of the official length in sum;`,
    `  without interior seeds ${percent(before.lengthError)}.`,
  ];
}

function topologyLines(cells: Cells, targets: Targets): string[] {
  const all = [...cells.keys()];
  const { inner, unshared } = sharedEdges(
    all.map((unit) => unitGeometry(cells, [unit])),
    all,
    targets.own,
  );
  const own = [...targets.own];
  const sum = own.reduce((area, unit) => area + areaOf(unitGeometry(cells, [unit])), 0);
  const union = areaOf(unitGeometry(cells, own));
  return [
    `- ${inner} border edges of the 23 units: every one but ${unshared} is shared point for point with exactly one`,
    '  other unit, a neighbour or the sea.',
    `- Area of the union less the sum of the units: ${((union - sum) / 1e6).toFixed(6)} km².`,
  ];
}

const areaOf = (geometry: Polygonal) => areaAndCentroid(ringsOf(geometry)).area;

/** Counts edges of the region's outlines, and those whose reverse is not in exactly one other outline. */
export function sharedEdges(
  geometries: readonly Polygonal[],
  units: readonly string[],
  own: ReadonlySet<string>,
): { inner: number; unshared: number } {
  const owners = new Map<string, number>();
  const own1: string[] = [];
  geometries.forEach((geometry, index) => {
    for (const ring of ringsOf(geometry)) {
      ring.forEach((b, at) => {
        const a = ring[at - 1];
        if (a === undefined) return;
        owners.set(edgeKey(a, b), (owners.get(edgeKey(a, b)) ?? 0) + 1);
        if (own.has(units[index] ?? '')) own1.push(edgeKey(b, a));
      });
    }
  });
  return { inner: own1.length, unshared: own1.filter((reverse) => owners.get(reverse) !== 1).length };
}

const edgeKey = (a: LonLat, b: LonLat) => `${a.join(' ')}|${b.join(' ')}`;

function placeLine(cells: Cells): string {
  const places = readTable('facts/places.csv').flatMap((row) => {
    const position = lonLatOrNull(row, 'lon', 'lat');
    return position === null ? [] : [{ row, position }];
  });
  const astray = places.filter(
    ({ row, position }) => !covers(unitGeometry(cells, [slug(text(row, 'territory'))]), position),
  );
  const names = astray.map(({ row }) => text(row, 'name_lv')).join(', ');
  return `- Places inside their own unit: ${places.length - astray.length} of ${places.length}${names === '' ? '' : ` (not: ${names})`}.`;
}
