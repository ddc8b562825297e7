import ICAL from 'ical.js';
import { instantOf } from '#core/offer/local-time.ts';
import { regionTimeZone } from '#core/place/region-clock.ts';
import { type Zone, zoneOf } from '#core/place/zoned-time.ts';
import type { Faults } from '../format/faults.ts';
import { type Component, type Property, propertiesOf, propertyOf, textOf } from './ical-components.ts';

/** Clocks in which a time of the file is told. */
export interface EventZone {
  /** True where they are the clocks of the map itself. */
  readonly isOwn: boolean;
  /** The instant at which clocks there show a wall time, as {@link Zone.instantOf} says. */
  instantOf(wall: number): Date;
}

/** Clocks of the region, in which the map tells its times; also those of times that name no zone. */
export const ownZone: EventZone = { isOwn: true, instantOf };

export const utc: EventZone = { isOwn: false, instantOf: (wall) => new Date(wall) };

/** What Windows calls the zones of Europe (Unicode CLDR, windowsZones.xml). Riga is in the first of them. */
const windowsZones: Readonly<Record<string, string>> = {
  'FLE Standard Time': 'Europe/Riga',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'GTB Standard Time': 'Europe/Bucharest',
  'Kaliningrad Standard Time': 'Europe/Kaliningrad',
  'Belarus Standard Time': 'Europe/Minsk',
  'Russian Standard Time': 'Europe/Moscow',
  'Turkey Standard Time': 'Europe/Istanbul',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Romance Standard Time': 'Europe/Paris',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  UTC: 'UTC',
};

/** By its name: an IANA one, also behind a prefix ("/mozilla.org/20070129_1/Europe/Riga"), or one of Windows. */
const namedZone = (tzid: string): EventZone | null => {
  const names = [windowsZones[tzid] ?? tzid, tzid.split('/').slice(-2).join('/')];
  for (const name of names) {
    if (name === regionTimeZone()) return ownZone;
    try {
      const zone: Zone = zoneOf(name);
      return { isOwn: false, instantOf: (wall) => zone.instantOf(wall) };
    } catch {
      // Not a name that the world agrees on; the file may define it.
    }
  }
  return null;
};

/** Yearly, on a day of a month: all that clocks do, and nothing that a reader could get lost in. */
const zoneRule =
  /^FREQ=YEARLY(;(INTERVAL=1|BYMONTH=(1[0-2]|[1-9])|BYDAY=[+-]?[1-5](MO|TU|WE|TH|FR|SA|SU)|WKST=[A-Z]{2}|UNTIL=\d{8}(T\d{6}Z?)?|COUNT=\d{1,3}))*$/;
const zoneStart = /^\d{8}T\d{6}$/;
const zoneOffset = /^[+-]\d{4}(\d{2})?$/;
const mostChanges = 400;

const checkPart = (part: Component, faults: Faults): boolean => {
  const must = (name: string, pattern: RegExp, expected: string): boolean => {
    const property = propertyOf(part, name);
    const isGood = property !== undefined && pattern.test(property.raw.trim());
    if (!isGood) {
      const fault = property === undefined ? 'missing' : 'malformed';
      faults.add(property?.line ?? part.line, name.toUpperCase(), fault, property?.raw ?? '', expected);
    }
    return isGood;
  };
  const found = [
    must('dtstart', zoneStart, '20261025T040000'),
    must('tzoffsetfrom', zoneOffset, '+0200'),
    must('tzoffsetto', zoneOffset, '+0200'),
    ...propertiesOf(part, 'rrule').map(() => must('rrule', zoneRule, 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU')),
  ];
  return found.every((isGood) => isGood);
};

const toJcal = ({ name, properties, components }: Component): unknown[] => [
  name,
  properties.map((property) => [property.name, property.parameters, property.type, ...property.values]),
  components.map(toJcal),
];

/** A zone as the file defines it; null, with its faults noted, when the definition is broken. */
const definedZone = (definition: Component, faults: Faults): EventZone | null => {
  const parts = definition.components.filter(({ name }) => name === 'standard' || name === 'daylight');
  if (parts.length === 0 || parts.length > mostChanges) {
    faults.add(definition.line, 'VTIMEZONE', 'malformed', textOf(definition, 'tzid'), 'STANDARD, DAYLIGHT');
    return null;
  }
  if (!parts.map((part) => checkPart(part, faults)).every((isGood) => isGood)) return null;
  const zone = new ICAL.Timezone({ component: new ICAL.Component(toJcal(definition)) });
  return {
    isOwn: false,
    instantOf: (wall) => {
      const at = new Date(wall);
      const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
      const clock = { hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: 0, isDate: false };
      const time = new ICAL.Time({ year, month, day, ...clock }, ICAL.Timezone.localTimezone);
      return new Date(wall - zone.utcOffset(time) * 1000);
    },
  };
};

/** The zone of a property by its TZID; null, with a fault on its line, when nobody knows the zone. */
export type ZoneFinder = (property: Property) => EventZone | null;

/**
 * Finds time zones: by a name that the world agrees on, else as the file defines it. Each is looked up once, so that
 * a broken definition is named once.
 */
export const createZoneFinder = (calendars: readonly Component[], faults: Faults): ZoneFinder => {
  const definitions = new Map(
    calendars
      .flatMap(({ components }) => components)
      .filter(({ name }) => name === 'vtimezone')
      .map((definition) => [textOf(definition, 'tzid'), definition] as const),
  );
  const known = new Map<string, EventZone | null>();
  const find = (tzid: string, line: number): EventZone | null => {
    const named = namedZone(tzid);
    if (named !== null) return named;
    const definition = definitions.get(tzid);
    if (definition !== undefined) return definedZone(definition, faults);
    faults.add(line, 'TZID', 'unknown-reference', tzid, `${regionTimeZone()}, VTIMEZONE`);
    return null;
  };
  return ({ parameters: { tzid = '' }, line }) => {
    if (!known.has(tzid)) known.set(tzid, find(tzid, line));
    return known.get(tzid) ?? null;
  };
};
