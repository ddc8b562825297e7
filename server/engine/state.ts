import type { Logger } from 'pino';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import { zoneOf } from '#core/place/zoned-time.ts';
import { Problem } from '#core/problem.ts';
import type { DepartureWindow } from '#core/transit/travel-mode.ts';
import type { Clock } from '../context.ts';
import type { EngineData } from '../db/queries/engine.ts';
import { sameSpelling } from './access.ts';
import { cachedFiles } from './file-cache.ts';
import { createHeld, type Held } from './held.ts';
import type { Pool } from './pool.ts';
import { usualWindow } from './service-days.ts';
import type { Assumptions, TravelSettings } from './settings.ts';
import { readSnapshot, type Snapshot, snapshotKey } from './snapshot.ts';

export interface StateOptions {
  readonly data: EngineData;
  readonly region: Region;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'error'>;
  readonly settings: TravelSettings;
  readonly assumptions: Assumptions;
  readonly pool: Pool;
  /** Where graphs and timetables are kept beside the database, which is slower to read; null is nowhere. */
  readonly cacheFolder: string | null;
}

/** The data version that questions are answered on. */
export interface State {
  /** Read anew when the database has moved on. */
  current(): Promise<Held>;
  /** Exactly these versions; null when they are not the current ones. */
  on(versions: readonly DatasetVersion[]): Promise<Held | null>;
  refresh(): Promise<Held>;
  /** What is held at this moment. */
  held(): Held | null;
  /** The departures meant where nobody says when; null without a timetable. */
  usual(on: Pick<Held, 'snapshot'>): DepartureWindow | null;
}

/**
 * Each question first looks whether the database has moved on (another process may have imported) and reads
 * anew if so; questions under way finish on the version they began with.
 */
export function createState(options: StateOptions): State {
  const { data, region, clock, log, settings, assumptions, pool, cacheFolder } = options;
  const files = cachedFiles(data.files, cacheFolder);
  const zone = zoneOf(region.timeZone);
  let held: Held | null = null;
  let reading: Promise<Held> | null = null;

  const onError = (error: unknown) => log.error({ err: error }, 'travel times could not be kept');
  const usual = ({ snapshot }: { readonly snapshot: Snapshot }) =>
    usualWindow(snapshot.timetable?.decoded ?? null, assumptions, zone.localTime(clock.now()).slice(0, 10));
  const read = async (): Promise<Held> => {
    const snapshot = await readSnapshot(data, files.read, region, held?.snapshot ?? null);
    if (held?.snapshot.key === snapshot.key) return held;
    const isKept = (departure: DepartureWindow) =>
      JSON.stringify(sameSpelling(departure)) === JSON.stringify(usual({ snapshot }));
    const next = createHeld({ snapshot, settings, pool, columns: data.columns, onError, isKept });
    held = next;
    files.sweep().catch(onError);
    tellOf(next, log);
    return next;
  };
  const refresh = (): Promise<Held> => {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };
  return {
    async current() {
      const key = snapshotKey(await data.currentVersions());
      return held?.snapshot.key === key ? held : refresh();
    },
    async on(versions) {
      const key = snapshotKey(versions);
      const wanted = held?.snapshot.key === key ? held : await refresh();
      return wanted.snapshot.key === key ? wanted : null;
    },
    refresh,
    held: () => held,
    usual,
  };
}

/** One line in the log, when the threads have looked over the streets; nobody waits for it. */
function tellOf({ snapshot, survey }: Held, log: Pick<Logger, 'info' | 'error'>): void {
  const { cells, venues, timetable } = snapshot;
  const trips = timetable?.decoded.tripCount ?? 0;
  survey().then(
    ({ renewed, ...streets }) =>
      log.info(
        { ...streets, cells: cells.length, venues: venues.length, trips, isRenewed: renewed !== null },
        'streets, homes and venues are in memory',
      ),
    (error: unknown) => {
      // Ending in the middle of the start is no failure.
      const isEnd = error instanceof Problem && error.code === 'unavailable';
      if (!isEnd) log.error({ err: error }, 'the streets could not be read: import them again');
    },
  );
}
