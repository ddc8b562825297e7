import { useQueries, useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { AboutResponse } from '#core/contract/about.ts';
import type { Language } from '#core/language/routes.ts';
import type { Bbox } from '#core/place/units.ts';
import { aboutQuery, apiBase, apiQuery } from '../api.ts';
import { boundsOf } from './bounds.ts';
import { labelPoints } from './labels.ts';
import type { Sources } from './use-sources.ts';

const collections = ['territories', 'landcover', 'roads', 'settlements'] as const;

/** All features of a collection: none of those drawn as ground comes near the limit of one page. */
const collectionQuery = (collection: string, language: Language) =>
  apiQuery<FeatureCollection>(`${apiBase}/collections/${collection}/items`, language, { limit: 10_000 });

export interface BaseData {
  readonly about: AboutResponse | null;
  /** The region's parishes and towns; null until they are known. */
  readonly bounds: Bbox | null;
  readonly sources: Sources;
  readonly isComplete: boolean;
}

/** The ground under every map: our own territories, sea and woods, roads and places. */
export function useBaseData(language: Language): BaseData {
  const about = useQuery(aboutQuery(language)).data ?? null;
  const [territories, landcover, roads, settlements] = useQueries({
    queries: collections.map((name) => collectionQuery(name, language)),
    combine: (results) => results.map((result) => result.data),
  });
  const sources = useMemo((): Sources => {
    const borders = territories && withIds(territories);
    return {
      ...(borders ? { territories: borders, 'territory-labels': labelPoints(borders) } : {}),
      ...(landcover ? { landcover } : {}),
      ...(roads ? { roads } : {}),
      ...(settlements ? { settlements } : {}),
    };
  }, [territories, landcover, roads, settlements]);
  const isComplete = about !== null && Object.keys(sources).length === collections.length + 1;
  const bounds = useMemo(() => boundsOf(sources.territories), [sources.territories]);
  return { about, bounds, sources, isComplete };
}

/** GeoJSON keeps the id outside the properties; the map's feature states look for it inside. */
function withIds({ features }: FeatureCollection): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, id: feature.properties?.id ?? feature.id },
    })),
  };
}
