import type { TripHomes } from '#core/access/round-trip/input.ts';
import type { Snap } from '#core/roads/snap.ts';
import type { OnDemandZone } from '#core/transit/on-demand.ts';
import type { Walks } from '#core/transit/walks.ts';
import type { TravelSettings } from './settings.ts';

/** Bytes of a version, in memory that threads share; the key names them. */
export interface SharedFile {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/**
 * Everything that threads compute travel from, handed to each of them once. The large parts lie in shared
 * memory, so that nothing of them is copied.
 */
export interface World {
  readonly key: string;
  readonly streets: SharedFile;
  /** Null where there is none. */
  readonly timetable: SharedFile | null;
  readonly homes: Omit<TripHomes, 'isSnapped'> & { readonly key: string };
  readonly zones: readonly OnDemandZone[];
  readonly timeZone: string;
  readonly settings: TravelSettings;
  /** Once computed; null without a timetable, and for the task that computes it. */
  readonly link: Link | null;
}

/** Timetable and homes put on the streets: computed once, shared by all threads. */
export interface Link {
  readonly stopSnaps: readonly (Snap | null)[];
  readonly transfers: Walks;
  /** From each home to the stops in reach. */
  readonly homeWalks: Walks;
  /** 1 for each of `homeWalks` that keeps to lit streets. */
  readonly homeLit: Uint8Array;
}
