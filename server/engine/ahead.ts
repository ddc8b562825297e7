import type { DatasetVersion } from '#core/place/provenance.ts';
import { Problem } from '#core/problem.ts';
import { modes } from '#core/roads/street.ts';
import type { Held } from './held.ts';
import type { State, StateOptions } from './state.ts';
import { taskOf } from './trip-events.ts';
import { datesBetween, tripsOf } from './trip-questions.ts';

/** How work ahead is done; all of it may be left out. */
interface AheadOptions {
  /** Broken off, with `unavailable`, when these are not the current versions; else the current ones are taken. */
  readonly versions?: readonly DatasetVersion[];
  /** Told of each mode, and how many places or dates of all are known. */
  readonly tell?: (part: string, done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** Work that the engine can do ahead, so that nobody waits for it later. */
export interface Ahead {
  /** Travel of every mode to everything: kept in the database, and only what is missing there is computed. */
  computeTravelTimes(options?: AheadOptions): Promise<void>;
  /** Round trips by public transport to every date of so many days to come: kept in memory. */
  computeRoundTrips(days: number, options?: AheadOptions): Promise<void>;
}

const dayMs = 86_400_000;
const nothing = () => undefined;

const currentOf = async (state: State, versions: AheadOptions['versions']): Promise<Held> => {
  const held = versions === undefined ? await state.current() : await state.on(versions);
  if (held === null) throw new Problem('unavailable');
  return held;
};

export const createAhead = (state: State, { data, clock, pool }: StateOptions): Ahead => ({
  async computeTravelTimes({ versions, tell = nothing, signal } = {}) {
    const now = await currentOf(state, versions);
    const usual = state.usual(now);
    const wanted = [
      ...modes.map((mode) => ({ mode, departure: null })),
      ...(usual === null ? [] : [{ mode: 'public-transport' as const, departure: usual }]),
    ];
    for (const { mode, departure } of wanted) {
      const travel = await now.travel(mode, departure);
      await travel.knowAll((done, of) => tell(mode, done, of), signal);
    }
    // What an older state of the data left behind; a newer one sweeps for itself.
    const bases = wanted.map(({ mode, departure }) => now.basis(mode, departure));
    if (state.held() === now) await data.columns.sweep(bases);
  },
  async computeRoundTrips(days, { versions, tell = nothing, signal } = {}) {
    const now = await currentOf(state, versions);
    if (now.snapshot.timetable === null) return;
    const from = clock.now();
    const to = new Date(from.getTime() + days * dayMs);
    const dates = await datesBetween(data, from.toISOString(), to.toISOString());
    tell('public-transport', 0, dates.length);
    for (const [done, listing] of dates.entries()) {
      if (state.held() !== now) return;
      await tripsOf(pool, now, taskOf(listing, 'public-transport'), signal, true);
      tell('public-transport', done + 1, dates.length);
    }
  },
});
