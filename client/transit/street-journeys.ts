import type { Way } from '#core/access/answer.ts';
import type { RoundTripJourneys, RoundTripSettings } from '#core/access/round-trip-answer.ts';
import type { LonLat } from '#core/place/units.ts';
import type { LegEnd, TransitJourney, WalkLeg } from '#core/transit/journey.ts';
import { movedBy } from './times.ts';

interface StreetLeg {
  readonly departsAt: string;
  readonly arrivesAt: string;
  readonly from: LegEnd;
  readonly to: LegEnd;
  readonly km: number;
  readonly line: readonly LonLat[];
}

const minutesBetween = (from: string, to: string) =>
  (new Date(to).getTime() - new Date(from).getTime()) / 60_000;

const journeyOfLeg = (leg: StreetLeg, isWalked: boolean): TransitJourney => {
  const minutes = minutesBetween(leg.departsAt, leg.arrivesAt);
  const only: WalkLeg = { kind: 'walk', minutes, ...leg };
  const { departsAt, arrivesAt } = leg;
  const walkMinutes = isWalked ? minutes : 0;
  return { departsAt, arrivesAt, minutes, walkMinutes, waitMinutes: 0, rides: 0, legs: [only] };
};

/**
 * Journeys on streets alone, which have no stops to tell: the times of the round trip along the way there. Home is
 * drawn along the same way turned round; its time was computed for itself.
 */
export function withStreetWay(
  answer: RoundTripJourneys,
  way: Way,
  settings: RoundTripSettings,
): RoundTripJourneys {
  const { trip, event, query } = answer;
  const isWalked = query.mode === 'foot';
  const home: LegEnd = { stopId: null, name: way.from.label, lonLat: way.from.lonLat };
  const venue: LegEnd = { stopId: null, name: event.place, lonLat: way.to.lonLat };
  const km = way.km ?? 0;
  const there = (leaveBy: string): StreetLeg => ({
    departsAt: leaveBy,
    arrivesAt: movedBy(event.startsAt, -settings.earlyMinutes),
    from: home,
    to: venue,
    km,
    line: way.line,
  });
  const back = (homeAt: string): StreetLeg => ({
    departsAt: movedBy(event.endsAt, settings.lateMinutes),
    arrivesAt: homeAt,
    from: venue,
    to: home,
    km,
    line: way.line.toReversed(),
  });
  return {
    ...answer,
    outbound: trip.leaveBy === null ? null : journeyOfLeg(there(trip.leaveBy), isWalked),
    homeward: trip.homeAt === null ? null : journeyOfLeg(back(trip.homeAt), isWalked),
  };
}
