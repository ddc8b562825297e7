import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapInstance } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import type { SourceName } from '#core/map/layers/layer.ts';

export type Sources = Readonly<Partial<Record<SourceName, FeatureCollection>>>;

/**
 * Hands data to the sources of a loaded map, each only when it is another object than before, and tells
 * when all of it is drawn: "idle" once MapLibre has nothing left to do and nothing more is expected.
 */
export function useSources(
  map: MapInstance | null,
  sources: Sources,
  isComplete: boolean,
): 'loading' | 'idle' {
  const given = useRef<Sources>({});
  const [drawn, setDrawn] = useState<'loading' | 'idle'>('loading');
  useEffect(() => {
    if (map === null) return;
    for (const [name, data] of Object.entries(sources) as [SourceName, FeatureCollection][]) {
      if (given.current[name] === data) continue;
      map.getSource<GeoJSONSource>(name)?.setData(data);
      given.current = { ...given.current, [name]: data };
      setDrawn('loading');
    }
    if (!isComplete) return;
    const settle = () => setDrawn('idle');
    map.on('idle', settle);
    map.triggerRepaint();
    return () => {
      map.off('idle', settle);
    };
  }, [map, sources, isComplete]);
  return drawn;
}
