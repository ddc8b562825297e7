import type { Map as MapInstance } from 'maplibre-gl';
import { useEffect } from 'react';
import type { Target } from './target.ts';

/** Marks features as chosen, and unmarks them when others are. `selected` must keep its identity while unchanged. */
export function useSelected(map: MapInstance | null, selected: readonly Target[]): void {
  useEffect(() => {
    if (map === null) return;
    for (const target of selected) map.setFeatureState(target, { selected: true });
    return () => {
      // The map may be gone already when the page is left.
      for (const target of selected) {
        if (map.getSource(target.source)) map.setFeatureState(target, { selected: false });
      }
    };
  }, [map, selected]);
}
