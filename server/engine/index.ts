import type { Logger } from 'pino';
import type { AccessAnswer, AccessQuery } from '#core/access/answer.ts';
import { createMemory, type Memory } from '#core/memory.ts';
import type { Region } from '#core/place/region.ts';
import { Problem } from '#core/problem.ts';
import { guessedSurfaceKm } from '#core/roads/speed.ts';
import { type Mode, modes } from '#core/roads/street.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import type { Engine } from '../context.ts';
import type { EngineData } from '../db/queries/engine.ts';
import { answerAccess, canonical } from './access.ts';
import { readSnapshot, type Snapshot, snapshotKey } from './snapshot.ts';
import { createTravelThread } from './thread.ts';
import { createTravel, type Travel } from './travel.ts';
import { answerTravelTimes, answerWays } from './ways.ts';

export interface EngineOptions {
  readonly data: EngineData;
  readonly region: Region;
  readonly log: Pick<Logger, 'info'>;
}

/** Everything known of one data version; replaced whole, so that no answer mixes two. */
interface Held {
  readonly snapshot: Snapshot;
  readonly travel: (mode: Mode) => Promise<Travel>;
  readonly answers: Memory<AccessAnswer>;
}

/** Answers kept per data version: all presets of the client in every mode, and room to explore. */
const answersKept = 100;

/**
 * Travel and measures held in memory by data version. Each question first looks whether the database has
 * moved on (another process may have imported) and reads anew if so; questions under way finish on the
 * version they began with.
 */
export function createEngine({ data, region, log }: EngineOptions): Engine & {
  /** Reads the current data version now instead of at the next question. */
  refresh(): Promise<void>;
  close(): Promise<void>;
} {
  const thread = createTravelThread();
  let held: Held | null = null;
  let reading: Promise<Held> | null = null;

  const read = async (): Promise<Held> => {
    const snapshot = await readSnapshot(data, region, held?.snapshot ?? null);
    if (held?.snapshot.key === snapshot.key) return held;
    const travel = createTravel(snapshot, thread);
    held = { snapshot, travel, answers: createMemory(answersKept) };
    // The first questions of every mode find their travel computed, or under way; a failure shows there.
    for (const mode of modes) travel(mode).catch(() => undefined);
    const { graph, edges } = snapshot.streets;
    const { cells, venues } = snapshot;
    const size = {
      junctions: graph.nodeCount,
      roads: graph.edgeCount,
      cells: cells.length,
      venues: venues.length,
    };
    log.info({ ...size, surfaceKm: guessedSurfaceKm(edges) }, 'streets, homes and venues are in memory');
    return held;
  };
  const refresh = (): Promise<Held> => {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };
  const current = async (): Promise<Held> => {
    const key = snapshotKey(await data.currentVersions());
    return held?.snapshot.key === key ? held : refresh();
  };

  const answer = ({ snapshot, travel, answers }: Held, query: AccessQuery): Promise<AccessAnswer> => {
    const question = canonical(query);
    return answers.recall(JSON.stringify(question), async () =>
      answerAccess(snapshot, await travel(onStreets(question.mode)), question),
    );
  };

  return {
    access: async (query) => answer(await current(), query),
    async accessOn(versions, query) {
      const key = snapshotKey(versions);
      const wanted = held?.snapshot.key === key ? held : await refresh();
      return wanted.snapshot.key === key ? answer(wanted, query) : null;
    },
    async isOn(versions) {
      const key = snapshotKey(versions);
      return held?.snapshot.key === key || (await refresh()).snapshot.key === key;
    },
    async ways(query) {
      const { snapshot, travel } = await current();
      return answerWays(snapshot, await travel(onStreets(query.mode)), query);
    },
    async travelTimes(territoryId, mode) {
      const { snapshot, travel } = await current();
      return answerTravelTimes(snapshot, await travel(onStreets(mode)), territoryId);
    },
    roundTrip: notYet,
    roundTripJourneys: notYet,
    territoryRoundTrips: notYet,
    shift: notYet,
    timetable: async () => null,
    progress: () => ({ jobs: [] }),
    isReady: () => held !== null,
    async refresh() {
      await refresh();
    },
    close: () => thread.close(),
  };
}

const onStreets = (mode: TravelMode): Mode => {
  if (mode !== 'public-transport') return mode;
  throw new Problem('unavailable');
};

const notYet = () => Promise.reject(new Problem('unavailable'));
