import { modes } from '#core/roads/street.ts';
import type { Ledger } from './progress.ts';
import type { State, StateOptions } from './state.ts';
import { taskOf } from './trip-events.ts';
import { datesBetween, tripsOf } from './trip-questions.ts';

/** Work that the engine can do ahead, so that nobody waits for it later; `progress` tells of it. */
export interface Ahead {
  /** Travel of every mode to everything: kept in the database, and only what is missing there is computed. */
  computeTravelTimes(): Promise<void>;
  /** Round trips by public transport to every date of so many days to come: kept in memory. */
  computeRoundTrips(days: number): Promise<void>;
}

const dayMs = 86_400_000;

export const createAhead = (state: State, { data, clock, pool }: StateOptions, ledger: Ledger): Ahead => ({
  async computeTravelTimes() {
    const now = await state.current();
    const usual = state.usual(now);
    const wanted = [
      ...modes.map((mode) => ({ mode, departure: null })),
      ...(usual === null ? [] : [{ mode: 'public-transport' as const, departure: usual }]),
    ];
    for (const { mode, departure } of wanted) {
      await ledger.run(`travel-times/${mode}`, 'travel-times', async (step) => {
        const travel = await now.travel(mode, departure);
        await travel.knowAll(step);
      });
    }
    // What an older state of the data left behind; a newer one sweeps for itself.
    const bases = wanted.map(({ mode, departure }) => now.basis(mode, departure));
    if (state.held() === now) await data.columns.sweep(bases);
  },
  async computeRoundTrips(days) {
    const now = await state.current();
    if (now.snapshot.timetable === null) return;
    const from = clock.now();
    const to = new Date(from.getTime() + days * dayMs);
    await ledger.run('round-trips/public-transport', 'round-trips', async (step) => {
      const dates = await datesBetween(data, from.toISOString(), to.toISOString());
      step(0, dates.length);
      for (const [done, listing] of dates.entries()) {
        if (state.held() !== now) return;
        await tripsOf(pool, now, taskOf(listing, 'public-transport'), undefined, true);
        step(done + 1, dates.length);
      }
    });
  },
});
