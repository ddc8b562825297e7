import type { TransitJourney } from '#core/transit/journey.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { MapShell } from './map-shell.tsx';

export interface JourneyMapProps {
  readonly journey: TransitJourney;
  readonly mode: TravelMode;
  /** Whose journey it is, in a few words: part of the map's accessible name. */
  readonly what: string;
}

const load = async () => (await import('./journey-canvas.tsx')).JourneyCanvas;

/** Small map of one journey: walked dotted, ridden solid, stops as points. MapLibre is fetched when first shown. */
export const JourneyMap = (props: JourneyMapProps) => <MapShell load={load} inside={props} />;
