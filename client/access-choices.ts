import { type AccessQuery, measureIds, type Offer } from '#core/access/answer.ts';
import { culturePlaceKinds } from '#core/offer/groups.ts';
import { type VenueKind, venueKinds, venueStatuses } from '#core/offer/venue.ts';
import { type DepartureWindow, travelModes, windowLimits } from '#core/transit/travel-mode.ts';
import type { QueryValues } from './request.ts';
import {
  choice,
  choices,
  day,
  identifier,
  type Parameter,
  type State,
  signedNumber,
  timeOfDay,
  wholeNumber,
} from './ui/search-state.ts';

export const levels = ['cells', 'parishes'] as const;
export type Level = (typeof levels)[number];

/** Minutes. */
export const cutoffLimits = { min: 1, max: 180 };

const venuePrefix = 'venue:';

const isKinds = (text: string): boolean =>
  text.split(',').every((kind) => (venueKinds as readonly string[]).includes(kind));

/** An offer as the API writes it: "culture", kinds joined by commas, or "venue:<id>". */
export const offerParameter = (fallback: string): Parameter<string> => ({
  fallback,
  parse: (text) =>
    text === 'culture' || isKinds(text) || /^venue:[A-Za-z0-9_-]{1,100}$/.test(text) ? text : undefined,
  format: (value) => value,
});

/** The offer that a text of {@link offerParameter} stands for. */
function offerOf(text: string): Offer {
  if (text === 'culture') return { kinds: culturePlaceKinds };
  if (text.startsWith(venuePrefix)) return { venueId: text.slice(venuePrefix.length) };
  return { kinds: text.split(',') as VenueKind[] };
}

/** Id of the venue when the offer is one venue, else ''. */
export const venueIdOf = (offer: string): string =>
  offer.startsWith(venuePrefix) ? offer.slice(venuePrefix.length) : '';

/**
 * What an access answer is asked with, and a figure of it: the same names and values in the address of the
 * Access door, of the Figures door and of the API, so that one view leads to the other.
 */
export const accessChoices = {
  measure: choice(measureIds, 'nearest'),
  offer: offerParameter('culture'),
  mode: choice(travelModes, 'car'),
  /** Public transport only: the day, and the departures over which a time is taken. */
  date: day(),
  from: timeOfDay('08:00'),
  windowMinutes: wholeNumber(windowLimits.leastMinutes, windowLimits.mostMinutes, windowLimits.usualMinutes),
  percentile: wholeNumber(1, 100, windowLimits.usualPercentile),
  /** "At most": a journey of exactly this long counts. */
  cutoffMinutes: wholeNumber(cutoffLimits.min, cutoffLimits.max, 30),
  venueStatus: choices(venueStatuses, ['open']),
  /** A whole parish hides the gaps inside it, so the screen starts with cells. */
  level: choice(levels, 'cells'),
};
export type AccessChoices = State<typeof accessChoices>;

/** Minutes, either way. */
export const shiftLimit = 240;

/** A question about an event beside that about places, with the same names in both doors. */
export const eventChoices = {
  /** What is asked about: places, or one date of an event and the way home from it. */
  ask: choice(['places', 'event'] as const, 'places'),
  event: identifier(),
  /** Minutes by which the event is moved in the question; negative is earlier. */
  startShift: signedNumber(shiftLimit, 0),
  endShift: signedNumber(shiftLimit, 0),
};
export type EventChoices = State<typeof eventChoices>;

/** The question about an event without anything else that stands in the same address. */
export const onlyEventChoices = ({
  ask,
  event,
  startShift,
  endShift,
  mode,
  level,
}: EventChoices & Pick<AccessChoices, 'mode' | 'level'>) => ({
  ask,
  event,
  startShift,
  endShift,
  mode,
  level,
});

/** The choices without anything else that stands in the same address. */
export const onlyAccessChoices = (view: AccessChoices): AccessChoices => ({
  measure: view.measure,
  offer: view.offer,
  mode: view.mode,
  date: view.date,
  from: view.from,
  windowMinutes: view.windowMinutes,
  percentile: view.percentile,
  cutoffMinutes: view.cutoffMinutes,
  venueStatus: view.venueStatus,
  level: view.level,
});

/** Day and departures where the way of travel has any, else null. */
export const departureOf = ({
  mode,
  date,
  from,
  windowMinutes,
  percentile,
}: Pick<AccessChoices, 'mode' | keyof DepartureWindow>): DepartureWindow | null =>
  mode === 'public-transport' ? { date, from, windowMinutes, percentile } : null;

/** Public transport without a day is no question yet: every day differs. */
export const isAskable = ({ mode, date }: Pick<AccessChoices, 'mode' | 'date'>): boolean =>
  mode !== 'public-transport' || date !== '';

/** The part that the API of access answers takes as its query. */
export const accessParametersOf = (view: Omit<AccessChoices, 'measure' | 'level'>): QueryValues => ({
  offer: view.offer,
  mode: view.mode,
  ...departureOf(view),
  cutoffMinutes: view.cutoffMinutes,
  venueStatus: view.venueStatus.join(','),
});

export const accessQueryOf = (view: Omit<AccessChoices, 'level'>): AccessQuery => ({
  measure: view.measure,
  offer: offerOf(view.offer),
  mode: view.mode,
  departure: departureOf(view),
  cutoffMinutes: view.cutoffMinutes,
  venueStatuses: view.venueStatus,
});
