import { type RidePart, slotOf } from './boarding.ts';
import { type DayTimetable, timeOfSeconds } from './day.ts';
import type { LegEnd, RideLeg, TransitJourney, WalkLeg } from './journey.ts';
import type { TransitNetwork } from './link.ts';
import type { Itinerary, WalkPart } from './trace.ts';
import type { DrawnWalk, Spot } from './walk-line.ts';

/** The home or the venue, as the journey names it. */
export interface Place extends Spot {
  readonly name: string;
}

/** What a journey is described with. */
export interface Description {
  readonly network: TransitNetwork;
  readonly day: DayTimetable;
  readonly from: Place;
  readonly to: Place;
  readonly drawWalk: (from: Spot, to: Spot) => DrawnWalk;
}

/** A journey in full: legs with stops, trips and times that can be held against the timetable, walks with lines. */
export function describeJourney(itinerary: Itinerary, about: Description): TransitJourney {
  const { day } = about;
  const { departs, arrives, rides, parts } = itinerary;
  const legs = parts.map((part, i) =>
    part.kind === 'walk'
      ? describeWalk(part, about)
      : describeRide(part, parts[i - 1]?.arrives ?? departs, about),
  );
  const walkMinutes = sum(legs.map((leg) => (leg.kind === 'walk' ? leg.minutes : 0)));
  return {
    departsAt: timeOfSeconds(day, departs),
    arrivesAt: timeOfSeconds(day, arrives),
    minutes: (arrives - departs) / 60,
    walkMinutes,
    waitMinutes: sum(legs.map((leg) => (leg.kind === 'ride' ? leg.waitMinutes : 0))),
    rides,
    legs,
  };
}

/** A journey on foot all the way, leaving at a second of the day's count; `seconds` as `walksTo` reckons them. */
export function describeWalkAllTheWay(departs: number, seconds: number, about: Description): TransitJourney {
  const part = { kind: 'walk', fromStop: null, toStop: null, departs, arrives: departs + seconds } as const;
  return describeJourney({ departs, arrives: part.arrives, rides: 0, parts: [part] }, about);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function describeWalk(part: WalkPart, about: Description): WalkLeg {
  const { network, day } = about;
  const spot = (stop: number | null, place: Place): Spot =>
    stop === null ? place : { lonLat: stopEnd(network, stop).lonLat, snap: network.stopSnaps[stop] ?? null };
  const end = (stop: number | null, place: Place): LegEnd =>
    stop === null ? { stopId: null, name: place.name, lonLat: place.lonLat } : stopEnd(network, stop);
  const from = spot(part.fromStop, about.from);
  const to = spot(part.toStop, about.to);
  return {
    kind: 'walk',
    departsAt: timeOfSeconds(day, part.departs),
    arrivesAt: timeOfSeconds(day, part.arrives),
    minutes: (part.arrives - part.departs) / 60,
    from: end(part.fromStop, about.from),
    to: end(part.toStop, about.to),
    ...about.drawWalk(from, to),
  };
}

function stopEnd({ timetable }: TransitNetwork, index: number): LegEnd & { readonly stopId: string } {
  const stop = timetable.stops[index];
  if (!stop) throw new RangeError(`no stop ${index}`);
  return { stopId: stop.id, name: stop.name, lonLat: stop.lonLat };
}

function describeRide(part: RidePart, ready: number, { network, day }: Description): RideLeg {
  const { timetable } = network;
  const { schedule } = day;
  const trip = schedule.trip[(schedule.tripOffset[part.pattern] ?? 0) + part.column] ?? 0;
  const line = timetable.lines[schedule.line[part.pattern] ?? 0];
  const firstCall = schedule.stopOffset[part.pattern] ?? 0;
  const endAt = (index: number) => stopEnd(network, schedule.stops[firstCall + index] ?? -1);
  const called = part.alightIndex - part.boardIndex + 1;
  return {
    kind: 'ride',
    departsAt: timeOfSeconds(day, part.departs),
    arrivesAt: timeOfSeconds(day, part.arrives),
    minutes: (part.arrives - part.departs) / 60,
    waitMinutes: (part.departs - ready) / 60,
    from: endAt(part.boardIndex),
    to: endAt(part.alightIndex),
    vehicle: line?.kind ?? 'other',
    line: line?.shortName ?? '',
    lineName: line?.longName ?? '',
    headsign: timetable.tripHeadsigns[trip] ?? '',
    agency: line?.agency ?? '',
    tripId: timetable.tripIds[trip] ?? '',
    stops: Array.from({ length: called }, (_, i) => {
      const slot = slotOf(schedule, part, part.boardIndex + i);
      return {
        ...endAt(part.boardIndex + i),
        arrivesAt: timeOfSeconds(day, schedule.arrivals[slot] ?? 0),
        departsAt: timeOfSeconds(day, schedule.departures[slot] ?? 0),
      };
    }),
  };
}
