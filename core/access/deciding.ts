import type { ReasonCode } from './answer.ts';
import { type AccessInput, isWithoutTimetable, kmBetween, minutesBetween } from './input.ts';

/** The nearest destination of a home, or the reason why there is none. */
export type Deciding =
  | { readonly destination: number; readonly minutes: number; readonly km: number | null }
  | { readonly reason: ReasonCode };

/** argmin of travel time; of equally near ones the lowest id (the lowest number), whatever their kilometres. */
export function decidingDestination(input: AccessInput, home: number): Deciding {
  const unknown = input.homes.unknown[home] ?? null;
  if (isWithoutTimetable(unknown)) return { reason: unknown };
  if (input.destinations.length === 0) return { reason: 'no-offer' };
  if (unknown !== null) return { reason: unknown };
  let destination = -1;
  let minutes = Infinity;
  for (let candidate = 0; candidate < input.destinations.length; candidate += 1) {
    const time = minutesBetween(input, home, candidate);
    if (time < minutes) {
      minutes = time;
      destination = candidate;
    }
  }
  if (destination < 0) return { reason: input.homes.noWay[home] ?? 'no-route' };
  return { destination, minutes, km: kmBetween(input, home, destination) };
}
