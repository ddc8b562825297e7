import type { LandcoverArea } from '../../place/landcover.ts';
import type { Bbox } from '../../place/units.ts';
import type { OsmArea } from './areas.ts';
import { findSea, type Sea } from './coast.ts';
import { osmProvenance } from './drawn-lines.ts';
import type { Ring } from './rings.ts';
import type { OsmSettings } from './settings.ts';
import { simplifyRing, toLonLats } from './simplify.ts';
import type { OsmStreets } from './streets.ts';

export interface DrawnAreas {
  readonly rows: readonly LandcoverArea[];
  /** Smaller than the least size, or beyond the budget. */
  readonly leftOut: number;
  /** False where a coast is cut off within the bounds, so that the sea could not be drawn. */
  readonly isSeaWhole: boolean;
}

type Drawn = OsmArea & { readonly kind: LandcoverArea['kind'] };

const isDrawn = (area: OsmArea): area is Drawn =>
  area.kind === 'lake' || area.kind === 'wood' || area.kind === 'built-up';

const polygon = (rings: readonly Ring[], metres: number): LandcoverArea['geometry'] | null => {
  const [outline, ...holes] = rings.map((ring) => simplifyRing(ring, metres));
  if (outline === null || outline === undefined) return null;
  const kept = [outline, ...holes.filter((hole) => hole !== null)];
  return { type: 'Polygon', coordinates: kept.map(toLonLats) };
};

function touches([west, south, east, north]: Bbox, { rings }: OsmArea): boolean {
  const outline = rings[0] ?? [];
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < outline.length; i += 2) {
    w = Math.min(w, outline[i] ?? 0);
    e = Math.max(e, outline[i] ?? 0);
    s = Math.min(s, outline[i + 1] ?? 0);
    n = Math.max(n, outline[i + 1] ?? 0);
  }
  return w <= east * 1e7 && e >= west * 1e7 && s <= north * 1e7 && n >= south * 1e7;
}

const seaRows = (seas: readonly Sea[], metres: number): LandcoverArea[] =>
  seas.flatMap(({ rings }, i) => {
    const geometry = polygon(rings, metres);
    return geometry === null ? [] : [{ ...osmProvenance, id: `sea-${i + 1}`, kind: 'sea', geometry }];
  });

/** Sea, lakes, woods and built-up areas as rows to draw, the largest first, within the bounds of the network. */
export function drawAreas(streets: OsmStreets, bounds: Bbox | null, settings: OsmSettings): DrawnAreas {
  const within = streets.areas.areas.filter(
    (area): area is Drawn => isDrawn(area) && (bounds === null || touches(bounds, area)),
  );
  const wanted = within
    .filter(({ squareMetres }) => squareMetres >= settings.leastAreaHectares * 10_000)
    .sort((a, b) => b.squareMetres - a.squareMetres || (a.id < b.id ? -1 : 1))
    .slice(0, settings.mostAreas);
  const rows = wanted.flatMap(({ id, kind, rings }): LandcoverArea[] => {
    const geometry = polygon(rings, settings.drawingMetres);
    return geometry === null ? [] : [{ ...osmProvenance, id, kind, geometry }];
  });
  const seas = findSea(streets.extract, bounds ?? streets.extract.header.bounds);
  return {
    rows: [...seaRows(seas ?? [], settings.drawingMetres), ...rows],
    leftOut: within.length - rows.length,
    isSeaWhole: seas !== null,
  };
}
