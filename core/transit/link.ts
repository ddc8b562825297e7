import type { StreetGraph } from '../roads/graph.ts';
import type { Snap, SnapIndex } from '../roads/snap.ts';
import type { TransitSettings } from './settings.ts';
import type { Timetable } from './timetable.ts';
import { snapOnFoot, transfersOf, type Walks } from './walks.ts';

/** A timetable on the streets: what journeys are searched in. */
export interface TransitNetwork {
  readonly timetable: Timetable;
  readonly settings: TransitSettings;
  /** Where people reach each stop; null for a stop too far from any street, which no journey uses on foot. */
  readonly stopSnaps: readonly (Snap | null)[];
  /** Walks from each stop to others. */
  readonly transfers: Walks;
}

/** Puts the stops of a timetable on the streets and finds the walks between them. */
export function linkTimetable(
  graph: StreetGraph,
  index: SnapIndex,
  timetable: Timetable,
  settings: TransitSettings,
): TransitNetwork {
  const stopSnaps = snapOnFoot(
    index,
    timetable.stops.map(({ lonLat }) => lonLat),
  );
  const transfers = transfersOf(graph, stopSnaps, settings.maxTransferWalkMinutes * 60);
  return { timetable, settings, stopSnaps, transfers };
}
