import type { AccessAnswer } from '#core/access/answer.ts';
import { unitsOfToday } from '#core/access/homes.ts';
import type { FigureSpecification, FigureSpecificationInput } from '#core/contract/figure.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import type { Settlement, Territory } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import type { StreetEdge } from '#core/roads/street.ts';
import type { Data, Engine, ItemsQuery, LandcoverArea, Page } from '#server/context.ts';
import { drawnVersions, figureId, spelledOut } from './identity.ts';

/** Everything one figure is drawn from, all of one state of the data. */
export interface Gathered {
  readonly id: string;
  readonly specification: FigureSpecificationInput;
  readonly versions: readonly DatasetVersion[];
  readonly answer: AccessAnswer;
  /** Units of the region and their neighbours. */
  readonly territories: readonly Territory[];
  readonly regionName: { readonly lv: string; readonly en: string };
  readonly settlements: readonly Settlement[];
  readonly roads: readonly StreetEdge[];
  readonly landcover: readonly LandcoverArea[];
  readonly venueKinds: Readonly<Record<string, VenueKind>>;
  /** Name of the venue when the offer is one venue, else "". */
  readonly venueName: { readonly lv: string; readonly en: string };
}

interface Sources {
  readonly data: Data;
  readonly engine: Engine;
  readonly region: Region;
}

const attempts = 5;

/** Reads until the data did not change meanwhile, so that a figure never mixes two states of the data. */
export const gather = async (sources: Sources, specification: FigureSpecification): Promise<Gathered> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = drawnVersions(await sources.data.currentVersions());
    const gathered = await readAll(sources, specification, before);
    const after = drawnVersions(await sources.data.currentVersions());
    if (before.map(({ id }) => id).join() === after.map(({ id }) => id).join()) return gathered;
  }
  throw new Problem('unavailable');
};

const readAll = async (
  { data, engine, region }: Sources,
  specification: FigureSpecification,
  versions: readonly DatasetVersion[],
): Promise<Gathered> => {
  const { measure, offer, mode, cutoffMinutes } = specification;
  const venueStatuses = [...new Set(specification.venueStatus)].sort();
  const answer = await engine.access({ measure, offer, mode, cutoffMinutes, venueStatuses });
  const territories = await everything((query) => data.listTerritories(query));
  const venues = await everything((query) => data.listVenues(query));
  const municipality = territories.find(({ id }) => id === region.municipalityId);
  const chosen = 'venueId' in offer ? venues.find(({ id }) => id === offer.venueId) : undefined;
  const spelled = spelledOut(specification);
  return {
    id: figureId(spelled, versions),
    specification: spelled,
    versions,
    answer,
    territories: [
      ...unitsOfToday(territories, region.municipalityId),
      ...territories.filter(({ kind }) => kind === 'neighbour'),
    ],
    regionName: { lv: municipality?.nameLv ?? region.nameLv, en: municipality?.nameEn ?? region.nameEn },
    settlements: await everything((query) => data.listSettlements(query)),
    roads: await everything((query) => data.listRoads(query)),
    landcover: await everything((query) => data.listLandcover(query)),
    venueKinds: Object.fromEntries(venues.map(({ id, kind }) => [id, kind])),
    venueName: { lv: chosen?.nameLv ?? '', en: chosen?.nameEn ?? chosen?.nameLv ?? '' },
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
