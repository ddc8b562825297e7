import { unitsById } from '#core/access/homes.ts';
import type { FigureSpecification } from '#core/contract/figure.ts';
import { createMemory } from '#core/memory.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import type { LandcoverArea } from '#core/place/landcover.ts';
import { type DatasetVersion, stateOf } from '#core/place/provenance.ts';
import { nameOfWhole, type Region } from '#core/place/region.ts';
import type { Settlement, Territory } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import type { StreetEdge } from '#core/roads/street.ts';
import type { Data, Engine, ItemsQuery, Page } from '#server/context.ts';
import { answerOn } from './answer.ts';
import type { Content } from './contents/content.ts';
import { drawnVersions, figureBasis, figureId, groundDatasets, spelledOut } from './identity.ts';

/** The ground under every figure of one state of the data. */
interface Geography {
  /** Units of the region and their neighbours. */
  readonly territories: readonly Territory[];
  readonly regionName: { readonly lv: string; readonly en: string };
  readonly settlements: readonly Settlement[];
  readonly roads: readonly Pick<StreetEdge, 'highway' | 'role' | 'line'>[];
  readonly landcover: readonly LandcoverArea[];
  readonly venueKinds: Readonly<Record<string, VenueKind>>;
  readonly venueNames: Readonly<Record<string, { readonly lv: string; readonly en: string }>>;
  /** Name of the settlement nearest to each cell. */
  readonly settlementOfCell: ReadonlyMap<string, string>;
}

/** Everything one figure is drawn from, all of one state of the data. */
export interface Gathered extends Omit<Geography, 'venueNames' | 'venueKinds' | 'settlementOfCell'> {
  readonly id: string;
  readonly specification: FigureSpecification;
  readonly versions: readonly DatasetVersion[];
  readonly basis: string;
  readonly content: Content;
  /** EPSG code of the plane of the region. */
  readonly crs: number;
}

interface Sources {
  readonly data: Data;
  readonly engine: Engine;
  readonly region: Region;
  /** Straight from the database: `data.currentVersions` may be a moment old. */
  readonly readVersions: () => Promise<readonly DatasetVersion[]>;
}

export type Gather = (specification: FigureSpecification) => Promise<Gathered>;

const attempts = 5;

/**
 * Reads until the answer and the ground are of the same versions and the data did not change meanwhile, so
 * that a figure never mixes two states. The ground of the last state is held, because every preview draws
 * on it.
 */
export const createGather = (sources: Sources): Gather => {
  const { readVersions, region } = sources;
  const grounds = createMemory<Geography>(1);
  return async (specification) => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const all = await readVersions();
      const answered = await answerOn(all, specification, sources.engine);
      if (answered === null) continue;
      const state = stateOf(all, groundDatasets);
      const ground = await grounds.recall(state, () => readGround(sources));
      const versions = drawnVersions(all, specification);
      const later = await readVersions();
      const isSame = stateOf(versions) === stateOf(drawnVersions(later, specification));
      if (!isSame || state !== stateOf(later, groundDatasets)) {
        grounds.forget(state);
        continue;
      }
      const { venueNames, venueKinds, settlementOfCell, ...drawn } = ground;
      const { regionName } = drawn;
      const { nameLv: lv, nameEn: en } = region.focalTown;
      // The measure is named after the town of the region whose lists ship.
      const otherTown = region.hasShippedData ? null : { lv, en };
      const { dayKind } = answered;
      const around = { regionName, otherTown, venueNames, venueKinds, settlementOfCell, dayKind };
      const content = answered.contentIn(around);
      const basis = figureBasis(all, specification);
      const id = figureId(spelledOut(specification), basis, content.answer);
      return { ...drawn, id, specification, versions, basis, content, crs: region.crs };
    }
    throw new Problem('unavailable');
  };
};

const readGround = async ({ data, region }: Pick<Sources, 'data' | 'region'>): Promise<Geography> => {
  const territories = await everything((query) => data.listTerritories(query));
  const venues = await everything((query) => data.listVenues(query));
  const roads = await everything((query) => data.listRoads(query));
  const cells = await everything((query) => data.listCells(query));
  const units = unitsById(territories, region);
  const whole = nameOfWhole(
    region,
    territories.find(({ id }) => id === region.municipalityId),
  );
  return {
    territories: [...units, ...territories.filter(({ kind }) => kind === 'neighbour')],
    regionName: { lv: whole.nameLv, en: whole.nameEn },
    settlements: await everything((query) => data.listSettlements(query)),
    roads: roads.map(({ highway, role, line }) => ({ highway, role, line })),
    landcover: await everything((query) => data.listLandcover(query)),
    venueKinds: Object.fromEntries(venues.map(({ id, kind }) => [id, kind])),
    venueNames: Object.fromEntries(
      venues.map(({ id, nameLv, nameEn }) => [id, { lv: nameLv, en: nameEn ?? nameLv }]),
    ),
    settlementOfCell: new Map(cells.map(({ id, nearestSettlement }) => [id, nearestSettlement])),
  };
};

/** All pages of a collection. */
const everything = async <T>(list: (query: ItemsQuery) => Promise<Page<T>>): Promise<T[]> => {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await list({
      limit: 10_000,
      cursor,
      bbox: null,
      datetime: null,
      q: null,
      filters: {},
      sortby: null,
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
};
