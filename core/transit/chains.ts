import type { Run } from './schedule.ts';
import type { Timetable } from './timetable.ts';

/** Time of a run in column `column` of its row: arrival and departure by turns. */
export const timeOf = ({ tripTimes, tripTimeOffset }: Timetable, { trip, shift }: Run, column: number) =>
  (tripTimes[(tripTimeOffset[trip] ?? 0) + column] ?? 0) + shift;

/**
 * Runs of a pattern in as few chains as a greedy pass finds. One chain, nearly always: a second is needed
 * where a slow trip of last evening's service is overtaken by one of this morning's.
 */
export function chainsOf(timetable: Timetable, pattern: number, runs: readonly Run[]): Run[][] {
  const { patternStopOffset } = timetable;
  const columns = 2 * ((patternStopOffset[pattern + 1] ?? 0) - (patternStopOffset[pattern] ?? 0));
  const byTime = runs.toSorted((a, b) => {
    for (let column = 0; column < columns; column += 1) {
      const difference = timeOf(timetable, a, column) - timeOf(timetable, b, column);
      if (difference !== 0) return difference;
    }
    return a.trip - b.trip;
  });
  const overtakes = (later: Run, earlier: Run) => {
    for (let column = 0; column < columns; column += 1) {
      if (timeOf(timetable, later, column) < timeOf(timetable, earlier, column)) return true;
    }
    return false;
  };
  const chains: Run[][] = [];
  for (const run of byTime) {
    const chain = chains.find((candidate) => {
      const last = candidate.at(-1);
      return last !== undefined && !overtakes(run, last);
    });
    if (chain) chain.push(run);
    else chains.push([run]);
  }
  return chains;
}
