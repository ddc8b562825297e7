import type { Bbox, LonLat } from '#core/place/units.ts';
import type { EventChoices } from './choices.ts';
import type { Listing } from './events.ts';
import type { TravelTime } from './travel.ts';

/** A date with the way to it. */
export interface Candidate {
  readonly listing: Listing;
  readonly time: TravelTime;
}

export interface Selection {
  /** What the list shows, in its order. */
  readonly rows: readonly Candidate[];
  /** Dates that fit but for their unknown travel time. */
  readonly withoutTime: number;
  /** Dates that fit but for their unknown place. */
  readonly withoutPlace: number;
}

const minutesOf = ({ time }: Candidate) => (time.state === 'known' ? time.minutes : Number.POSITIVE_INFINITY);

/**
 * Narrows by travel time and orders, in the browser. A date whose travel time is unknown is not within any
 * number of minutes; it is counted, so that the reader learns of it. Waiting times narrow nothing yet.
 */
export const select = (
  candidates: readonly Candidate[],
  choices: Pick<EventChoices, 'within' | 'sort' | 'venue' | 'bbox'>,
): Selection => {
  const there =
    choices.venue === '' ? candidates : candidates.filter(({ listing }) => listing.venueId === choices.venue);
  const { bbox } = choices;
  const here = bbox === null ? there : there.filter(({ listing }) => isInside(listing.lonLat, bbox));
  const limit = choices.within === '' ? Number.POSITIVE_INFINITY : Number(choices.within);
  const isNarrowing = choices.within !== '';
  const fits = ({ time }: Candidate) => {
    if (!isNarrowing || time.state === 'waiting' || time.state === 'no-home') return true;
    return time.state === 'known' && time.minutes <= limit;
  };
  const rows = here.filter(fits);
  const withoutTime = isNarrowing ? here.filter(({ time }) => time.state === 'blank').length : 0;
  const withoutPlace = bbox === null ? 0 : there.filter(({ listing }) => listing.lonLat === null).length;
  // The candidates come by start; a stable sort keeps that order among equal ways.
  return { rows: choices.sort === 'time' ? rows : rows.toSorted(byMinutes), withoutTime, withoutPlace };
};

const isInside = (lonLat: LonLat | null, [west, south, east, north]: Bbox): boolean =>
  lonLat !== null && lonLat[0] >= west && lonLat[0] <= east && lonLat[1] >= south && lonLat[1] <= north;

const byMinutes = (a: Candidate, b: Candidate) => {
  const [left, right] = [minutesOf(a), minutesOf(b)];
  return left === right ? 0 : left - right;
};
