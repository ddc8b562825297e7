import {
  type ErrorEvent,
  type MapEvent,
  type MapLayerMouseEvent,
  Map as MapLibreMap,
  NavigationControl,
  ScaleControl,
} from '@vis.gl/react-maplibre';
import type { Map as MapInstance } from 'maplibre-gl';
import { type ReactNode, useId, useMemo, useState } from 'react';
import type { Language } from '#core/language/routes.ts';
import { mapImages } from '#core/map/images.ts';
import type { Theme } from '#core/map/theme.ts';
import type { Bbox } from '#core/place/units.ts';
import { useWords } from '../ui/language-context.tsx';
import { mapLibrary } from './library.ts';
import { controlWords } from './locale.ts';
import { screenStyle } from './screen-style.ts';
import type { Target } from './target.ts';
import { targetOf, useHover } from './use-hover.ts';
import { useSelected } from './use-selected.ts';
import { type Sources, useSources } from './use-sources.ts';

export interface BaseMapProps {
  readonly language: Language;
  readonly theme: Theme;
  readonly bounds: Bbox;
  /** What is in sight at first; the bounds where left out. */
  readonly startBounds?: Bbox;
  /** Told what part of the land is in sight: at first and after every move. */
  readonly onView?: ((bounds: Bbox) => void) | undefined;
  readonly label: string;
  /** Data by source; a source left out stays empty. Keep each collection the same object while unchanged. */
  readonly sources: Sources;
  /** False while some of the data are still on the way. */
  readonly isComplete: boolean;
  /** Outlined features; keep the same array while unchanged. */
  readonly selected?: readonly Target[];
  readonly pickLayers?: readonly string[];
  readonly onPick?: (target: Target) => void;
  /** Tooltip of what the pointer is on; null for none. */
  readonly describe?: (target: Target) => string | null;
  readonly attribution: ReactNode;
  readonly children?: ReactNode;
  readonly onBroken: (how: 'missing' | 'lost') => void;
}

const nothing: readonly Target[] = [];

/** Zoom limits: from the whole region on a telephone to single houses. */
const zoomLimits = { minZoom: 7, maxZoom: 16 };
const flat = { dragRotate: false, touchPitch: false, maxPitch: 0 };

/** The one MapLibre instance. `data-map-state` says "idle" once everything given is drawn. */
export function BaseMap(props: BaseMapProps) {
  const { language, theme, bounds, onBroken } = props;
  const { access } = useWords();
  const descriptionId = useId();
  const [map, setMap] = useState<MapInstance | null>(null);
  const style = useMemo(() => screenStyle(theme, language), [theme, language]);
  const drawn = useSources(map, props.sources, props.isComplete);
  const { hover, onMove, onLeave } = useHover(map, props.describe);
  useSelected(map, props.selected ?? nothing);
  const home = corners(bounds);
  const start = corners(props.startBounds ?? bounds);
  const onLoad = (instance: MapInstance) => {
    prepare(instance, theme, descriptionId);
    instance.on('webglcontextlost', () => onBroken('lost'));
    setMap(instance);
    props.onView?.(inSight(instance));
  };
  return (
    <div className="map" data-map-state={map === null ? 'loading' : drawn}>
      <MapLibreMap
        mapLib={mapLibrary}
        mapStyle={style}
        initialViewState={{ bounds: start, fitBoundsOptions: { padding: 8 } }}
        locale={{ ...controlWords(access.map), 'Map.Title': props.label }}
        attributionControl={false}
        fadeDuration={0}
        // On a telephone one finger moves the page, two the map; with a mouse the wheel zooms.
        cooperativeGestures={matchMedia('(pointer: coarse)').matches}
        {...zoomLimits}
        {...flat}
        interactiveLayerIds={[...(props.pickLayers ?? [])]}
        cursor={hover === null ? '' : 'pointer'}
        onLoad={({ target }: MapEvent) => onLoad(target)}
        // An error without a map behind it: the map could not be made, so there is no WebGL.
        onError={({ target }: ErrorEvent) => (target ? undefined : onBroken('missing'))}
        onMoveEnd={() => map && props.onView?.(inSight(map))}
        onMouseMove={onMove}
        onMouseOut={onLeave}
        onClick={({ features }: MapLayerMouseEvent) => {
          const target = targetOf(features);
          if (target !== null) props.onPick?.(target);
        }}
      >
        <NavigationControl showCompass={false} position="top-right" />
        <ScaleControl unit="metric" position="bottom-left" />
        {props.children}
      </MapLibreMap>
      {hover === null ? null : (
        <p className="map-tooltip" style={{ left: hover.x, top: hover.y }} data-side={hover.side}>
          {hover.text}
        </p>
      )}
      <button
        type="button"
        className="map-home"
        onClick={() => map?.fitBounds(home, { padding: 8, animate: false })}
      >
        {access.map.wholeRegion}
      </button>
      <p id={descriptionId} className="visually-hidden">
        {access.map.describe}
      </p>
      {props.attribution}
    </div>
  );
}

const corners = ([west, south, east, north]: Bbox): [number, number, number, number] => [
  west,
  south,
  east,
  north,
];

function inSight(map: MapInstance): Bbox {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

function prepare(map: MapInstance, theme: Theme, descriptionId: string): void {
  for (const { id, width, height, data, pixelRatio } of mapImages(theme)) {
    map.addImage(id, { width, height, data }, { pixelRatio });
  }
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.getCanvas().setAttribute('aria-describedby', descriptionId);
}
