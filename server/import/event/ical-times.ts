import { readWall, wallClock } from '#core/offer/local-time.ts';
import type { Faults } from '../format/faults.ts';
import type { Property } from './ical-components.ts';
import { type EventZone, ownZone, utc, type ZoneFinder } from './ical-zones.ts';

/** A time of the file. Walls are wall clocks as in `core/place/zoned-time.ts`. */
export interface Moment {
  /** On the clocks in which the file tells it. */
  readonly own: number;
  /** On the clocks of Latvia. */
  readonly wall: number;
  readonly zone: EventZone;
  /** A day without a time (`VALUE=DATE`): `wall` is its midnight. */
  readonly isDay: boolean;
  /** It names no zone, so the clocks of Latvia are taken. */
  readonly isFloating: boolean;
}

const pattern = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z?))?$/;
const expected = '20261205T190000, 20261205';

const zoneFor = (property: Property, sign: string, zones: ZoneFinder): EventZone | null => {
  if (sign === 'Z') return utc;
  return property.parameters.tzid === undefined ? ownZone : zones(property);
};

/** One value of a property as a time; seconds are not kept. Null, with a fault on its line, when it is none. */
export const readMomentOf = (
  property: Property,
  text: string,
  zones: ZoneFinder,
  faults: Faults,
): Moment | null => {
  const [, year, month, day, hour, minute, , sign = ''] = pattern.exec(text.trim()) ?? [];
  const isDay = hour === undefined;
  const own =
    year === undefined ? Number.NaN : readWall(`${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}`);
  if (Number.isNaN(own)) {
    faults.add(property.line, property.name.toUpperCase(), 'malformed', text, expected);
    return null;
  }
  if (isDay) return { own, wall: own, zone: ownZone, isDay, isFloating: false };
  const zone = zoneFor(property, sign, zones);
  if (zone === null) return null;
  const isFloating = sign === '' && property.parameters.tzid === undefined;
  return { own, wall: zone.isOwn ? own : wallClock(zone.instantOf(own)), zone, isDay, isFloating };
};

/** All values of a property that may hold several; of periods their beginnings. */
export const readMoments = (property: Property, zones: ZoneFinder, faults: Faults): readonly Moment[] =>
  property.raw
    .split(',')
    .map((text) => readMomentOf(property, text.split('/')[0] ?? '', zones, faults))
    .filter((moment) => moment !== null);
