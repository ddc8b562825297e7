import type { Bbox, LonLat } from '#core/place/units.ts';
import type { EventChoices } from './choices.ts';
import type { Listing } from './events.ts';
import type { TravelTime } from './travel.ts';
import type { Trip } from './trips.ts';

/** A date with the way to it. */
export interface Candidate {
  readonly listing: Listing;
  readonly time: TravelTime;
  readonly trip: Trip;
}

/** Why a date is left out of those one can come to and get home from. */
export const noTripReasons = [
  'outbound-only',
  'homeward-only',
  'none',
  'booked',
  'started',
  'unknown',
] as const;
type NoTripReason = (typeof noTripReasons)[number];

export interface Selection {
  /** What the list shows, in its order. */
  readonly rows: readonly Candidate[];
  /** Dates that fit but for their unknown travel time. */
  readonly withoutTime: number;
  /** Dates that fit but for their unknown place. */
  readonly withoutPlace: number;
  /** Dates that fit but for the way there and home, by why. */
  readonly withoutTrip: Readonly<Partial<Record<NoTripReason, number>>>;
}

const minutesOf = ({ time }: Candidate) => (time.state === 'known' ? time.minutes : Number.POSITIVE_INFINITY);

/**
 * Narrows by travel time and orders, in the browser. A date whose travel time is unknown is not within any
 * number of minutes; it is counted, so that the reader learns of it. Waiting times narrow nothing yet.
 */
export const select = (
  candidates: readonly Candidate[],
  choices: Pick<EventChoices, 'within' | 'sort' | 'venue' | 'bbox' | 'roundTrip'>,
): Selection => {
  const there =
    choices.venue === '' ? candidates : candidates.filter(({ listing }) => listing.venueId === choices.venue);
  const { bbox } = choices;
  const here = bbox === null ? there : there.filter(({ listing }) => isInside(listing.lonLat, bbox));
  const limit = choices.within === '' ? Number.POSITIVE_INFINITY : Number(choices.within);
  const isNarrowing = choices.within !== '';
  const fits = ({ time }: Candidate) => {
    if (!isNarrowing || isOpen(time.state)) return true;
    return time.state === 'known' && time.minutes <= limit;
  };
  const near = here.filter(fits);
  const refused = choices.roundTrip ? near.map(({ trip }) => noTripReason(trip)) : [];
  const rows = choices.roundTrip ? near.filter((_, index) => refused[index] === null) : near;
  const withoutTrip = countOf(refused.filter((reason) => reason !== null));
  const withoutTime = isNarrowing ? here.filter(({ time }) => time.state === 'blank').length : 0;
  const withoutPlace = bbox === null ? 0 : there.filter(({ listing }) => listing.lonLat === null).length;
  // The candidates come by start; a stable sort keeps that order among equal ways.
  return {
    rows: choices.sort === 'time' ? rows : rows.toSorted(byMinutes),
    withoutTime,
    withoutPlace,
    withoutTrip,
  };
};

/** What is not known yet, or needs a home first, narrows nothing. */
const isOpen = (state: TravelTime['state']) =>
  state === 'waiting' || state === 'no-home' || state === 'by-date';

/** Why a date has no round trip; null where it has one or where nobody can say yet. */
const noTripReason = (trip: Trip): NoTripReason | null => {
  switch (trip.state) {
    case 'waiting':
    case 'no-home':
      return null;
    case 'started':
      return 'started';
    case 'failed':
    case 'absent':
      return 'unknown';
    case 'known': {
      const { status, onDemand, outboundReason } = trip.trip;
      if (status === 'round-trip') return null;
      if (onDemand !== null) return 'booked';
      return outboundReason === 'no-position' ? 'unknown' : status;
    }
  }
};

const countOf = (reasons: readonly NoTripReason[]): Selection['withoutTrip'] => {
  const counts: Partial<Record<NoTripReason, number>> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};

const isInside = (lonLat: LonLat | null, [west, south, east, north]: Bbox): boolean =>
  lonLat !== null && lonLat[0] >= west && lonLat[0] <= east && lonLat[1] >= south && lonLat[1] <= north;

const byMinutes = (a: Candidate, b: Candidate) => {
  const [left, right] = [minutesOf(a), minutesOf(b)];
  return left === right ? 0 : left - right;
};
