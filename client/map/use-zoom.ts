import type { MapRef } from '@vis.gl/react-maplibre';
import { useEffect, useState } from 'react';

/** Steps in which a zoom is followed: what depends on it need not be drawn anew for every frame. */
const stepsPerZoom = 4;

const stepOf = (map: MapRef | undefined) => Math.floor((map?.getZoom() ?? 8) * stepsPerZoom) / stepsPerZoom;

/** The map's zoom, rounded down to a quarter, followed while it changes. */
export function useZoom(map: MapRef | undefined): number {
  const [zoom, setZoom] = useState(() => stepOf(map));
  useEffect(() => {
    if (map === undefined) return;
    const follow = () => setZoom(stepOf(map));
    follow();
    map.on('zoom', follow);
    return () => {
      map.off('zoom', follow);
    };
  }, [map]);
  return zoom;
}
