import type { Map as MapInstance } from 'maplibre-gl';
import { useEffect } from 'react';
import type { Target } from './target.ts';

/** Marks one feature as chosen, and unmarks it when another is. */
export function useSelected(map: MapInstance | null, selected: Target | null): void {
  const source = selected?.source;
  const id = selected?.id;
  useEffect(() => {
    if (map === null || source === undefined || id === undefined) return;
    const feature = { source, id };
    map.setFeatureState(feature, { selected: true });
    return () => {
      // The map may be gone already when the page is left.
      if (map.getSource(source)) map.setFeatureState(feature, { selected: false });
    };
  }, [map, source, id]);
}
