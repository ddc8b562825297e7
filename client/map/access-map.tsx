import type { AccessAnswer, Way } from '#core/access/answer.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import type { TransitJourney } from '#core/transit/journey.ts';
import { MapShell } from './map-shell.tsx';
import type { Target } from './target.ts';

export type { Target } from './target.ts';

export interface AccessMapProps {
  readonly answer: AccessAnswer;
  readonly level: 'cells' | 'parishes';
  /** What the map shows, in a few words: part of its accessible name. */
  readonly what: string;
  /** Territories and venues outlined; keep the same array while unchanged. */
  readonly selected: readonly Target[];
  /** Sets of cells, by id, each with one line around it; keep the same array while unchanged. */
  readonly outlines: readonly (readonly string[])[];
  /** The journey to draw, or null. */
  readonly way: Way | null;
  /** By public transport: which of its journeys. */
  readonly journey: TransitJourney | null;
  readonly kindOf: (venueId: string) => VenueKind | null;
  readonly onSelect: (target: Target) => void;
  /** One line about a cell, territory or venue, for the pointer; null where there is nothing to say. */
  readonly describe: (target: Target) => string | null;
}

const load = async () => (await import('./access-canvas.tsx')).AccessCanvas;

/** Map of an access answer: cells or parishes by class, blanks hatched. MapLibre is fetched when first shown. */
export const AccessMap = (props: AccessMapProps) => <MapShell load={load} inside={props} />;
