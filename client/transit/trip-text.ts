import type {
  HomeRoundTrip,
  RoundTripEvent,
  RoundTripReason,
  RoundTripSettings,
} from '#core/access/round-trip-answer.ts';
import { formatDate } from '#core/language/dates.ts';
import { fill, plural } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { clock, clockAfter, durationText, movedBy } from './times.ts';

/** A round trip with what it was reckoned for. */
export interface KnownTrip {
  readonly trip: HomeRoundTrip;
  readonly event: RoundTripEvent;
  readonly settings: RoundTripSettings;
  readonly mode: TravelMode;
}

/** "ar sabiedrisko transportu: iziet 17.42, mājās 22.35", or which half fails and why. */
export const tripLine = (known: KnownTrip, language: Language, words: Words): string => {
  const { trip, event } = known;
  const { transit } = words;
  const values = {
    mode: words.modes[known.mode],
    leave: transit.leave[known.mode],
    from: trip.leaveBy === null ? '' : clock(language, trip.leaveBy),
    to: trip.homeAt === null ? '' : clockAfter(language, trip.homeAt, event.startsAt, transit),
  };
  switch (trip.status) {
    case 'round-trip':
      return fill(transit.trip, values);
    case 'outbound-only':
      return fill(transit.thereOnly, { ...values, reason: homewardText(known, language, transit) });
    case 'homeward-only':
      return fill(transit.homeOnly, { ...values, reason: reasonText(trip.outboundReason, transit) });
    case 'none':
      return fill(transit.neither, { ...values, reason: whyNeither(known, language, transit) });
  }
};

const whyNeither = (known: KnownTrip, language: Language, transit: Words['transit']): string => {
  const { outboundReason, homewardReason } = known.trip;
  const there = reasonText(outboundReason, transit);
  return outboundReason === homewardReason ? there : `${there}; ${homewardText(known, language, transit)}`;
};

/** A reason in words; '' for none. */
export const reasonText = (reason: RoundTripReason | null, { reasons }: Words['transit']): string =>
  reason === null ? '' : reasons[reason];

/** Why there is no way home, with the minute of the last one where it leaves too early. */
export const homewardText = (
  { trip, event, settings }: KnownTrip,
  language: Language,
  transit: Words['transit'],
): string => {
  const { homewardReason, missedMinutes } = trip;
  if (homewardReason !== 'last-departure-missed' || missedMinutes === null) {
    return reasonText(homewardReason, transit);
  }
  // `missedMinutes` count back from the moment when one may leave, which lies after the end.
  const afterEnd = settings.lateMinutes - missedMinutes;
  const leaves = movedBy(event.endsAt, afterEnd);
  const whole = Math.abs(Math.floor(afterEnd));
  const isBeforeStart = new Date(leaves) < new Date(event.startsAt);
  const beforeEnd = isBeforeStart ? transit.missedStart : transit.missedBefore;
  return fill(afterEnd < 0 ? beforeEnd : transit.missedAfter, {
    time: clock(language, leaves),
    minutes: whole < 60 ? plural(language, whole, transit.minutes) : hoursText(whole, transit),
    needed: settings.lateMinutes,
  });
};

/** From an hour on: "1 h 50 min", the same in every case of the noun. */
const hoursText = (minutes: number, { hoursAndMinutes }: Words['transit']): string =>
  fill(hoursAndMinutes, { h: Math.floor(minutes / 60), m: minutes % 60 });

/** "Tikai … ja to piesaka līdz 24. oktobrim plkst. 12.00"; null where on-demand transport is of no use. */
export const bookedText = (
  { trip, event }: KnownTrip,
  language: Language,
  transit: Words['transit'],
): string | null => {
  if (trip.onDemand === null) return null;
  const { bookBy } = trip.onDemand;
  const at = fill(transit.at, { time: clock(language, bookBy) });
  const isSameDay = bookBy.slice(0, 10) === event.startsAt.slice(0, 10);
  const time = isSameDay ? at : `${formatDate(language, bookBy.slice(0, 10))}, ${at}`;
  return fill(transit.ifBooked, { time });
};

/** "beigas nav norādītas, pieņemtais ilgums: 2 stundas"; null where the end is stated. */
export const assumedText = (
  { event, settings }: Pick<KnownTrip, 'event' | 'settings'>,
  language: Language,
  transit: Words['transit'],
): string | null => {
  if (!event.isEndAssumed) return null;
  const duration = durationText(language, settings.assumedEventMinutes, transit);
  return fill(transit.assumedEnd, { duration });
};
