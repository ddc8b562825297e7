import type { MapGeoJSONFeature, Map as MapInstance, MapLayerMouseEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import type { SourceName } from '#core/map/layers/layer.ts';
import { isSameTarget, type Target } from './target.ts';

interface Hover {
  readonly target: Target;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** On which side of the pointer the text has room. */
  readonly side: 'left' | 'right';
}

/** The feature on top, as a target. */
export function targetOf(features: readonly MapGeoJSONFeature[] | undefined): Target | null {
  const feature = features?.[0];
  const id: unknown = feature?.properties.id;
  return feature === undefined || typeof id !== 'string'
    ? null
    : { source: feature.source as SourceName, id };
}

/** What the pointer is on, in words, and its mark on the map. */
export function useHover(map: MapInstance | null, describe: ((target: Target) => string | null) | undefined) {
  const [hover, setHover] = useState<Hover | null>(null);
  const source = hover?.target.source;
  const id = hover?.target.id;
  useEffect(() => {
    if (map === null || source === undefined || id === undefined) return;
    map.setFeatureState({ source, id }, { hover: true });
    return () => {
      if (map.getSource(source)) map.setFeatureState({ source, id }, { hover: false });
    };
  }, [map, source, id]);
  const onMove = ({ features, point, target }: MapLayerMouseEvent) => {
    const found = targetOf(features);
    const text = found === null ? null : (describe?.(found) ?? null);
    if (found === null || text === null) return setHover(null);
    const side = point.x > target.getContainer().clientWidth / 2 ? 'left' : 'right';
    setHover((before) =>
      before !== null && isSameTarget(before.target, found) && before.x === point.x && before.y === point.y
        ? before
        : { target: found, text, x: point.x, y: point.y, side },
    );
  };
  return { hover, onMove, onLeave: () => setHover(null) };
}
