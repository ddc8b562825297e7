import { type CollectionId, collections } from '#core/contract/features/index.ts';
import { type DatasetVersion, stateOf } from '#core/place/provenance.ts';
import type { Bbox } from '#core/place/units.ts';
import type { Data, ItemsQuery } from '../context.ts';
import { type Feature, sources } from './features/index.ts';
import { extentOf } from './geometry.ts';

export interface Extent {
  readonly bbox: Bbox | null;
  /** First start and last end or start; null where a collection has no time. */
  readonly interval: readonly [string, string] | null;
}

/** A query that narrows nothing. */
export const everything: ItemsQuery = {
  limit: 10_000,
  cursor: null,
  bbox: null,
  datetime: null,
  q: null,
  filters: {},
  sortby: null,
};

/** Every feature of a query, page after page. */
export async function* everyFeature(
  data: Data,
  id: CollectionId,
  query: ItemsQuery = everything,
): AsyncGenerator<Feature<unknown>> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<(typeof sources)[CollectionId]['list']>> = await sources[id].list(data, {
      ...query,
      cursor,
    });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

const byTime = (a: string, b: string) => Date.parse(a) - Date.parse(b);

async function measure(data: Data, id: CollectionId): Promise<Extent> {
  const features: Feature<unknown>[] = [];
  for await (const feature of everyFeature(data, id)) features.push(feature);
  const times = features.flatMap(({ startsAt, endsAt }) =>
    [startsAt, endsAt].filter((time) => time !== null),
  );
  times.sort(byTime);
  const [first, last] = [times.at(0), times.at(-1)];
  return {
    bbox: extentOf(features.map((feature) => feature.geometry)),
    interval: first === undefined || last === undefined ? null : [first, last],
  };
}

/**
 * Extents measured from the data, once for each state of a collection's versions and, for events, for each
 * day: reading every
 * geometry costs more than all the rest of the answer.
 */
export function extentMemory(data: Data, laidOutOn: () => string) {
  const known = new Map<CollectionId, { readonly state: string; readonly extent: Promise<Extent> }>();
  return (id: CollectionId, versions: readonly DatasetVersion[]): Promise<Extent> => {
    const datasets = [collections[id].dataset, ...collections[id].alsoFrom];
    const day = datasets.includes('events') ? laidOutOn() : '';
    const state = `${stateOf(versions, datasets)} ${day}`;
    const held = known.get(id);
    if (held?.state === state) return held.extent;
    const extent = measure(data, id);
    known.set(id, { state, extent });
    // A failure must not be remembered as the extent.
    extent.catch(() => known.delete(id));
    return extent;
  };
}
