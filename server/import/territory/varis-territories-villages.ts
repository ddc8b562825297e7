import type { Geometry } from 'geojson';
import type { Findings } from '#core/findings.ts';
import { fold, slug } from '#core/language/fold.ts';
import { type Polygons, type Ring, tidyRing, type Xy } from '#core/place/ring.ts';
import { nestRings } from '#core/place/ring-nesting.ts';
import type { Settlement, Territory } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import type { ShapefileArchive } from '../format/shapefile.ts';
import { centreOf } from './territory-centre.ts';
import { ringsOf } from './territory-shape.ts';
import { readVarisLayer, type VarisObject, varisLayer } from './varis-territories-read.ts';

/** Where villages belong, and how their places get onto the map. */
export interface VillageContext {
  /** Id of a unit of the region by its key in the register; undefined for units elsewhere. */
  readonly unitOf: (key: string) => string | undefined;
  readonly toPlane: (at: Xy) => Xy;
  readonly toLonLat: (at: Xy) => LonLat;
  readonly areSwapped: boolean;
  /** Settlements until now: their ids and residents stay. */
  readonly known: readonly Settlement[];
  readonly source: string;
}

const layers = [
  ['Ciemi', 'village', 'middle of its area'],
  ['Mazciemi', 'hamlet', 'point of the register'],
] as const;

/** Gives each settlement the id it had, or a free one. */
export class SettlementIds {
  readonly #known: ReadonlyMap<string, Settlement>;
  readonly #taken = new Set<string>();

  constructor(known: readonly Settlement[]) {
    this.#known = new Map(known.map((one) => [`${fold(one.nameLv)} ${one.territoryId}`, one]));
  }

  /** A name repeats in the country, and sometimes in a municipality: then the unit tells them apart. */
  find(name: string, territoryId: string): { id: string; known: Settlement | undefined } {
    const known = this.#known.get(`${fold(name)} ${territoryId}`);
    const candidates = [
      ...(known === undefined ? [] : [known.id]),
      slug(name),
      `${slug(name)}-${territoryId}`,
    ];
    for (let i = 2; candidates.every((id) => this.#taken.has(id)); i += 1)
      candidates.push(`${slug(name)}-${territoryId}-${i}`);
    const id = candidates.find((each) => !this.#taken.has(each)) ?? '';
    this.#taken.add(id);
    return { id, known };
  }
}

/** Villages and hamlets of the region's units; those elsewhere are counted. */
export async function readVillages(
  archive: ShapefileArchive,
  context: VillageContext,
  ids: SettlementIds,
  findings: Findings,
): Promise<Settlement[]> {
  const settlements: Settlement[] = [];
  let elsewhere = 0;
  for (const [layerName, kind, quality] of layers) {
    const layer = varisLayer(archive, layerName);
    if (layer === undefined) continue;
    for await (const object of readVarisLayer(layer, archive.fileName, findings)) {
      const territoryId = context.unitOf(object.parent);
      if (territoryId === undefined) {
        elsewhere += 1;
        continue;
      }
      const position = positionOf(object.geometry, context);
      if (position === null) {
        findings.drop({ code: 'village-without-place', ...object.spot, values: { name: object.name } });
        continue;
      }
      findings.kept();
      settlements.push(toSettlement(object, kind, quality, territoryId, position, context.source, ids));
    }
  }
  if (elsewhere > 0) findings.add({ code: 'villages-outside', values: { count: elsewhere } });
  return settlements;
}

function toSettlement(
  { name }: VarisObject,
  kind: string,
  positionQuality: string,
  territoryId: string,
  position: LonLat,
  source: string,
  ids: SettlementIds,
): Settlement {
  const { id, known } = ids.find(name, territoryId);
  const population = known?.population ?? null;
  return {
    id,
    nameLv: name,
    kind,
    territoryId,
    position,
    positionQuality,
    population,
    source,
    confidence: 'official',
    isModel: false,
  };
}

function positionOf(
  geometry: Geometry | null,
  { toPlane, toLonLat, areSwapped }: VillageContext,
): LonLat | null {
  const turned = ([x, y]: Xy): Xy => (areSwapped ? [y, x] : [x, y]);
  if (geometry?.type === 'Point') {
    const [x = Number.NaN, y = Number.NaN] = geometry.coordinates;
    return Number.isFinite(x + y) ? rounded(toLonLat(toPlane(turned([x, y])))) : null;
  }
  const rings = ringsOf(geometry)?.map((ring: Ring) => tidyRing(ring.map((at) => toPlane(turned(at)))));
  const polygons: Polygons = nestRings(rings?.filter((ring) => ring !== null) ?? []).polygons;
  const centre = centreOf(polygons);
  return centre === null ? null : rounded(toLonLat(centre));
}

/** One metre. */
const rounded = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(5)), Number(lat.toFixed(5))];

/** Towns are settlements too: residents' cells are named after the nearest one. */
export const townSettlements = (
  territories: readonly Territory[],
  centres: ReadonlyMap<string, LonLat>,
  ids: SettlementIds,
): Settlement[] =>
  territories
    .filter(({ kind }) => kind === 'town')
    .map((town) => {
      const { id, known } = ids.find(town.nameLv, town.id);
      return {
        id,
        nameLv: town.nameLv,
        kind: 'town',
        territoryId: town.id,
        position: town.centre ?? centres.get(town.id) ?? null,
        positionQuality: town.centre === null ? 'middle of its area' : 'centre of the town',
        population: known?.population ?? null,
        source: town.source,
        confidence: town.confidence,
        isModel: false,
      };
    });
