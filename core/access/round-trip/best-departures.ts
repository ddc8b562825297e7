import type { Call } from './calls.ts';
import type { ScheduledTrip } from './delayed.ts';

const mostDepartures = 5;

/** A trip that is missed, where it could be boarded with the least delay. */
export interface MissedTrip extends ScheduledTrip {
  readonly call: Call;
  readonly laterMinutes: number;
}

/** A missed trip, and how many people it brings home at most. */
export interface Candidate {
  readonly missed: MissedTrip;
  readonly atMost: number;
}

export interface Reckoned {
  readonly missed: MissedTrip;
  readonly morePeople: number;
}

/** Reckons the most promising ones exactly, until no other can come among the best. */
export function bestOf(
  candidates: readonly Candidate[],
  exact: (missed: MissedTrip) => number,
  lineOf: (missed: MissedTrip) => number | undefined,
): Reckoned[] {
  const order = (a: { missed: MissedTrip }, b: { missed: MissedTrip }) =>
    a.missed.laterMinutes - b.missed.laterMinutes || a.missed.call.seconds - b.missed.call.seconds;
  const beats = (a: Reckoned, b: Reckoned) =>
    lineOf(a.missed) === lineOf(b.missed) && a.morePeople >= b.morePeople && order(a, b) < 0;
  let best: Reckoned[] = [];
  for (const { missed, atMost } of candidates.toSorted((a, b) => b.atMost - a.atMost || order(a, b))) {
    const least = best.length < mostDepartures ? 0 : (best.at(-1)?.morePeople ?? 0);
    if (atMost < least || atMost === 0) break;
    if (best.some((known) => beats(known, { missed, morePeople: atMost }))) continue;
    const next = { missed, morePeople: exact(missed) };
    if (next.morePeople === 0) continue;
    best = [...best.filter((known) => !beats(next, known)), next]
      .filter((one, _, all) => !all.some((other) => beats(other, one)))
      .sort((a, b) => b.morePeople - a.morePeople || order(a, b))
      .slice(0, mostDepartures);
  }
  return best;
}
