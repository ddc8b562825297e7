import type { DayTimetable } from './day.ts';
import type { TransitNetwork } from './link.ts';
import { type Limits, Rounds } from './rounds.ts';
import { noTime } from './timetable.ts';
import type { Walk } from './walks.ts';

/** What a search may be told; what is left out follows the settings. */
export interface SearchOptions {
  /** Vehicles boarded, at most. */
  readonly maxRides?: number | undefined;
  /** Forward: arrivals after this second are of no use. */
  readonly latestSeconds?: number | undefined;
  /** Backward: departures before this second are of no use. */
  readonly earliestSeconds?: number | undefined;
  /** Polled between rounds; once true the search throws `Cancelled`. */
  readonly isCancelled?: (() => boolean) | undefined;
}

/**
 * What one search found, by stop. Valid until the next search in the same direction: copy what must stay.
 *
 * Only rides end here: a walk from the last stop to the door is added by whoever asks, and never follows
 * another walk. Journeys without any ride are not in here either.
 */
export interface Labels {
  /** Forward: earliest second of getting off at the stop. Backward: latest of getting on. `noTime` where none. */
  readonly seconds: Int32Array;
  /** Fewest rides with which that is possible; 0 where none. */
  readonly rides: Uint8Array;
}

/** Searches on one day. Holds its working memory: one for each thread, one search at a time. */
export interface Raptor {
  readonly network: TransitNetwork;
  readonly day: DayTimetable;
  /** Leaving a place at `departSeconds` and walking to the stops of `seeds` first. */
  forward(seeds: readonly Walk[], departSeconds: number, options?: SearchOptions): Labels;
  /** Being at a place by `arriveSeconds`, having walked from the stops of `seeds` last. */
  backward(seeds: readonly Walk[], arriveSeconds: number, options?: SearchOptions): Labels;
  /** The machinery: rounds over the day, and over the day in the mirror (its seconds are negative). */
  readonly rounds: Rounds;
  readonly mirroredRounds: Rounds;
}

/**
 * Prepares searches on one day of a network. A search backwards is a search forwards in the mirrored
 * timetable, so that both are one piece of code and obey the same rules.
 */
export function createRaptor(network: TransitNetwork, day: DayTimetable): Raptor {
  const { transfers, settings, timetable } = network;
  const rounds = new Rounds(day.schedule, transfers, settings.changeSeconds);
  const mirroredRounds = new Rounds(day.mirrored, transfers, settings.changeSeconds);
  const labels = () => ({
    seconds: new Int32Array(timetable.stops.length),
    rides: new Uint8Array(timetable.stops.length),
  });
  const [ahead, back] = [labels(), labels()];
  return {
    network,
    day,
    rounds,
    mirroredRounds,
    forward(seeds, departSeconds, options = {}) {
      search(rounds, seeds, departSeconds, limitsOf(network, options, options.latestSeconds));
      return readLabels(rounds, ahead, 1);
    },
    backward(seeds, arriveSeconds, options = {}) {
      const { earliestSeconds } = options;
      const latest = earliestSeconds === undefined ? undefined : -earliestSeconds;
      search(mirroredRounds, seeds, -arriveSeconds, limitsOf(network, options, latest));
      return readLabels(mirroredRounds, back, -1);
    },
  };
}

/** Limits in the seconds of the schedule searched. */
export const limitsOf = (
  { settings }: TransitNetwork,
  { maxRides, isCancelled }: Pick<SearchOptions, 'maxRides' | 'isCancelled'>,
  latestSeconds = noTime - 1,
): Limits => ({ maxRides: maxRides ?? settings.maxRides, latestSeconds, isCancelled });

function search(rounds: Rounds, seeds: readonly Walk[], start: number, limits: Limits): void {
  rounds.reset(limits);
  for (const { stop, seconds } of seeds) {
    rounds.seed(stop, start + seconds);
    rounds.enqueueCallsAt(stop);
  }
  rounds.run(limits);
}

/** `sign` is -1 for labels of the mirrored schedule. */
function readLabels(rounds: Rounds, labels: Labels, sign: 1 | -1): Labels {
  const { seconds, rides } = labels;
  seconds.fill(noTime);
  rides.fill(0);
  for (let i = 0; i < rounds.touchedCount; i += 1) {
    const stop = rounds.touched[i] ?? 0;
    const best = rounds.off(rounds.rounds, stop);
    let fewest = 1;
    while (rounds.off(fewest, stop) > best) fewest += 1;
    seconds[stop] = sign * best;
    rides[stop] = fewest;
  }
  return labels;
}
