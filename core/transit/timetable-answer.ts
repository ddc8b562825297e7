import type { DatasetName } from '../place/provenance.ts';
import type { TimetableFeed } from './timetable.ts';

/**
 * Kinds of service day that are kept apart and never averaged. `school-day` and `free-weekday` follow the
 * school terms of the region's calendar, `weekday` stands for both where no terms are known; a public holiday
 * counts as a Sunday.
 */
export const dayKinds = ['school-day', 'free-weekday', 'weekday', 'saturday', 'sunday'] as const;
export type DayKind = (typeof dayKinds)[number];

/** What the timetable covers: so that a date without service is never asked for unknowingly. */
export interface TimetableAnswer {
  readonly timeZone: string;
  readonly feeds: readonly TimetableFeed[];
  readonly stopCount: number;
  readonly lineCount: number;
  readonly tripCount: number;
  /** Every day that all feeds cover, with the number of trips that run. */
  readonly days: readonly { readonly date: string; readonly kind: DayKind; readonly trips: number }[];
}

/** Work that goes on beside requests. */
export interface ProgressAnswer {
  readonly jobs: readonly JobProgress[];
}

/** One piece of work, or a part of it that is counted apart. */
export interface JobProgress {
  /** "round-trips", or with the part: "travel-times/car". */
  readonly id: string;
  /** The name of the job: "travel-times", "round-trips" ... */
  readonly kind: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly of: number;
  readonly state: 'waiting' | 'running' | 'finished' | 'failed';
  /** Why it failed, or failed the last time and is tried again; as the program says it, in English. */
  readonly reason: string | null;
  /** What it is made for: the versions of the datasets that it depends on. */
  readonly dataVersions: readonly { readonly dataset: DatasetName; readonly id: number }[];
}
