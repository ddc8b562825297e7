import type { LonLat } from '../place/units.ts';
import { zoneOf } from '../place/zoned-time.ts';

/** Days of the week as ISO 8601 numbers them. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * An area in which a vehicle comes when it was booked, written by hand. It carries residents of the zone
 * between their home and anywhere: one end of a ride lies in the zone.
 */
export interface OnDemandZone {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string;
  /** Towns and parishes by id, or a closed ring. */
  readonly area: { readonly territoryIds: readonly string[] } | { readonly ring: readonly LonLat[] };
  readonly days: readonly Weekday[];
  /** Local times between which a ride begins and ends, "06:00" to "22:00". */
  readonly hours: { readonly from: string; readonly to: string };
  readonly booking: BookingDeadline;
  /** Passengers at a time; null when not stated. */
  readonly seats: number | null;
  /** Last local date on which it runs, "2027-06-30". */
  readonly validUntil: string;
  readonly source: string;
  /** True where hours, days or dates are a model and not announced. */
  readonly isModel: boolean;
}

/** So many days before by a local time, or so many hours before the ride begins. */
export type BookingDeadline =
  | { readonly daysBefore: number; readonly by: string }
  | { readonly hoursBefore: number };

/** Whether a place lies in a zone. */
export function isInZone(
  { area }: OnDemandZone,
  place: { readonly territoryId: string; readonly lonLat: LonLat | null },
): boolean {
  if ('territoryIds' in area) return area.territoryIds.includes(place.territoryId);
  return place.lonLat !== null && isInRing(area.ring, place.lonLat);
}

/** Ray to the east; the ring's last point may repeat its first. */
function isInRing(ring: readonly LonLat[], [lon, lat]: LonLat): boolean {
  let isInside = false;
  ring.forEach(([east, north], i) => {
    const [west, south] = ring[(i + ring.length - 1) % ring.length] ?? [east, north];
    const crosses = north > lat !== south > lat;
    if (crosses && lon < ((west - east) * (lat - north)) / (south - north) + east) isInside = !isInside;
  });
  return isInside;
}

/** Whether a ride between two instants (milliseconds since 1970 UTC) falls within days, hours and validity. */
export function runsDuring(zone: OnDemandZone, fromMs: number, toMs: number, timeZone: string): boolean {
  const from = new Date(zoneOf(timeZone).wallClock(fromMs));
  const to = new Date(zoneOf(timeZone).wallClock(toMs));
  const date = from.toISOString().slice(0, 10);
  const weekday = weekdays[(from.getUTCDay() + 6) % 7];
  const midnight = Date.parse(`${date}T00:00Z`);
  return (
    date <= zone.validUntil &&
    weekday !== undefined &&
    zone.days.includes(weekday) &&
    from.getTime() >= midnight + clockMs(zone.hours.from) &&
    to.getTime() <= midnight + clockMs(zone.hours.to)
  );
}

/** The last moment to book a ride that begins at an instant, as RFC 3339. */
export function bookingDeadline({ booking }: OnDemandZone, fromMs: number, timeZone: string): string {
  const zone = zoneOf(timeZone);
  if ('hoursBefore' in booking) return zone.localTime(fromMs - booking.hoursBefore * 3_600_000);
  const date = new Date(zone.wallClock(fromMs)).toISOString().slice(0, 10);
  const wall = Date.parse(`${date}T00:00Z`) - booking.daysBefore * 86_400_000 + clockMs(booking.by);
  return zone.localTime(zone.instantOf(wall));
}

/** "18:30" in milliseconds after midnight; "24:00" is the end of the day. */
const clockMs = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000;
