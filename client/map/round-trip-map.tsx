import type { RoundTripAnswer } from '#core/access/round-trip-answer.ts';
import type { TransitJourney } from '#core/transit/journey.ts';
import { MapShell } from './map-shell.tsx';
import type { Target } from './target.ts';

export interface RoundTripMapProps {
  readonly answer: RoundTripAnswer;
  readonly level: 'cells' | 'parishes';
  /** The event, in a few words: part of the map's accessible name. */
  readonly what: string;
  /** Territories outlined; keep the same array while unchanged. */
  readonly selected: readonly Target[];
  /** Sets of cells, by id, each with one line around it; keep the same array while unchanged. */
  readonly outlines: readonly (readonly string[])[];
  /** The journey to draw, or null. */
  readonly journey: TransitJourney | null;
  readonly onSelect: (target: Target) => void;
  readonly describe: (target: Target) => string | null;
}

const load = async () => (await import('./round-trip-canvas.tsx')).RoundTripCanvas;

/** Map of who can come to an event and get home. MapLibre is fetched when this is first shown. */
export const RoundTripMap = (props: RoundTripMapProps) => <MapShell load={load} inside={props} />;
