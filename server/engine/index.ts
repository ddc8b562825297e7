import type { AccessAnswer, AccessQuery } from '#core/access/answer.ts';
import type { DepartureWindow, TravelMode } from '#core/transit/travel-mode.ts';
import type { Engine } from '../context.ts';
import { answerAccess, canonical, sameSpelling } from './access.ts';
import { type Ahead, createAhead } from './ahead.ts';
import type { Held } from './held.ts';
import { createPool } from './pool.ts';
import { describeTimetable } from './service-days.ts';
import { defaultTravelSettings, noAssumptions } from './settings.ts';
import { createState, type StateOptions } from './state.ts';
import { noWay } from './tasks/street-ways.ts';
import type { Travel } from './travel.ts';
import { createTripQuestions } from './trip-questions.ts';
import { answerTravelTimes, answerWays, type FindWay } from './ways.ts';

type Needed = 'data' | 'region' | 'clock' | 'log';
type Optional = 'settings' | 'assumptions' | 'cacheFolder';
export type EngineOptions = Pick<StateOptions, Needed> & Partial<Pick<StateOptions, Optional>>;

/** An engine together with what whoever started it does with it. */
export type OwnedEngine = Engine &
  Ahead & {
    /** Reads the current data version now instead of at the next question. */
    refresh(): Promise<void>;
    close(): Promise<void>;
  };

/** Travel and measures held in memory by data version, computed in threads. */
export function createEngine(given: EngineOptions): OwnedEngine {
  const options: StateOptions = {
    settings: defaultTravelSettings,
    assumptions: noAssumptions,
    cacheFolder: null,
    ...given,
    pool: createPool(),
  };
  const { pool, assumptions } = options;
  const state = createState(options);

  const travelOf = (on: Held, mode: TravelMode, departure: DepartureWindow | null): Promise<Travel> =>
    on.travel(mode, mode === 'public-transport' ? sameSpelling(departure ?? state.usual(on)) : null);
  const answer = (on: Held, query: AccessQuery, signal?: AbortSignal): Promise<AccessAnswer> => {
    const question = canonical(query, state.usual(on));
    const compute = async (aborted: AbortSignal) =>
      answerAccess(on.snapshot, await on.travel(question.mode, question.departure), question, aborted);
    return on.answers.recall(JSON.stringify(question), compute, signal);
  };
  const wayBy =
    (on: Held, travel: Travel, signal: AbortSignal | undefined): FindWay =>
    async (home, cell, row) => {
      const { lonLat: place, nameLv: placeName } = travel.destinations[row] ?? options.region.focalTown;
      const { mode, departure: window } = travel;
      if (mode !== 'public-transport') {
        return pool.run(await on.streetWorld(), 'streetWay', { mode, home, place }, { signal });
      }
      const unknown = travel.homes.unknown[home] ?? null;
      if (window === null || unknown !== null) return noWay(unknown ?? 'no-timetable');
      const task = { window, home, homeName: cell.nearestSettlement, place, placeName };
      return pool.run(await on.linkedWorld(), 'transitWay', task, { signal });
    };

  return {
    access: async (query, signal) => answer(await state.current(), query, signal),
    async accessOn(versions, query) {
      const wanted = await state.on(versions);
      return wanted && answer(wanted, query);
    },
    isOn: async (versions) => (await state.on(versions)) !== null,
    async ways(query, signal) {
      const on = await state.current();
      const travel = await travelOf(on, query.mode, query.departure);
      return answerWays(on.snapshot, travel, query, wayBy(on, travel, signal), signal);
    },
    async travelTimes(territoryId, mode, departure, signal) {
      const on = await state.current();
      const travel = await travelOf(on, mode, departure);
      return answerTravelTimes(on.snapshot, travel, territoryId, signal);
    },
    ...createTripQuestions(state, options),
    async timetable() {
      const { timetable } = (await state.current()).snapshot;
      return timetable && describeTimetable(timetable.decoded, assumptions);
    },
    isReady: () => state.held() !== null,
    ...createAhead(state, options),
    async refresh() {
      await state.refresh();
    },
    close: () => pool.close(),
  };
}
