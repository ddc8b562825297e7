import type { Language } from '#core/language/routes.ts';
import type { Bbox, LonLat } from '#core/place/units.ts';
import { MapShell } from './map-shell.tsx';

/** One venue with the number of things that happen there. */
export interface Pin {
  readonly venueId: string;
  readonly name: string;
  readonly lonLat: LonLat;
  readonly count: number;
  /** Radius in metres in which the true point lies; null or 0 where the point is exact. */
  readonly accuracyMetres: number | null;
}

export interface EventsMapProps {
  readonly language: Language;
  readonly pins: readonly Pin[];
  readonly activeVenueId: string | null;
  readonly onSelect: (venueId: string) => void;
  /** Part of the land to begin with; the whole region where left out. */
  readonly startBounds?: Bbox | null;
  /** Told what part of the land is in sight: once the map is there, and after every move. */
  readonly onMove?: (bounds: Bbox) => void;
}

const load = async () => (await import('./events-canvas.tsx')).EventsCanvas;

/** Map of venues, one pin each with its count. MapLibre is fetched when this is first shown. */
export const EventsMap = (props: EventsMapProps) => <MapShell load={load} inside={props} />;
