import type { AccessAnswer } from '#core/access/answer.ts';
import { unitsOfToday } from '#core/access/homes.ts';
import { departureOf } from '#core/contract/access.ts';
import type { FigureSpecification, FigureSpecificationInput } from '#core/contract/figure.ts';
import { createMemory } from '#core/memory.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import type { LandcoverArea } from '#core/place/landcover.ts';
import { type DatasetVersion, stateOf } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import type { Settlement, Territory } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import type { StreetEdge } from '#core/roads/street.ts';
import type { Data, Engine, ItemsQuery, Page } from '#server/context.ts';
import { drawnVersions, figureBasis, figureId, spelledOut } from './identity.ts';

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
export interface Gathered extends Omit<Geography, 'venueNames'> {
  readonly id: string;
  readonly specification: FigureSpecificationInput;
  readonly versions: readonly DatasetVersion[];
  readonly basis: string;
  readonly answer: AccessAnswer;
  /** Name of the venue when the offer is one venue, else "". */
  readonly venueName: { readonly lv: string; readonly en: string };
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
const none = { lv: '', en: '' };

/**
 * Reads until the answer and the ground are of the same versions and the data did not change meanwhile, so
 * that a figure never mixes two states. The ground of the last state is held, because every preview draws
 * on it.
 */
export const createGather = (sources: Sources): Gather => {
  const { engine } = sources;
  const grounds = createMemory<Geography>(1);
  const readVersions = async () => drawnVersions(await sources.readVersions());
  return async (specification) => {
    const { measure, offer, mode, cutoffMinutes } = specification;
    const venueStatuses = [...new Set(specification.venueStatus)].sort();
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const versions = await readVersions();
      const query = {
        measure,
        offer,
        mode,
        departure: departureOf(specification),
        cutoffMinutes,
        venueStatuses,
      };
      const answer = await engine.accessOn(versions, query);
      if (answer === null) continue;
      const state = stateOf(versions);
      const ground = await grounds.recall(state, () => readGround(sources));
      if (state !== stateOf(await readVersions())) {
        grounds.forget(state);
        continue;
      }
      const spelled = spelledOut(specification);
      const basis = figureBasis(versions);
      const { venueNames, ...drawn } = ground;
      return {
        ...drawn,
        id: figureId(spelled, basis, answer),
        specification: spelled,
        versions,
        basis,
        answer,
        venueName: 'venueId' in offer ? (venueNames[offer.venueId] ?? none) : none,
      };
    }
    throw new Problem('unavailable');
  };
};

const readGround = async ({ data, region }: Pick<Sources, 'data' | 'region'>): Promise<Geography> => {
  const territories = await everything((query) => data.listTerritories(query));
  const venues = await everything((query) => data.listVenues(query));
  const roads = await everything((query) => data.listRoads(query));
  const cells = await everything((query) => data.listCells(query));
  const municipality = territories.find(({ id }) => id === region.municipalityId);
  return {
    territories: [
      ...unitsOfToday(territories, region.municipalityId),
      ...territories.filter(({ kind }) => kind === 'neighbour'),
    ],
    regionName: { lv: municipality?.nameLv ?? region.nameLv, en: municipality?.nameEn ?? region.nameEn },
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
