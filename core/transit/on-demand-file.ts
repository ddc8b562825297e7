import type { LonLat } from '../place/units.ts';
import { type Fault, type FaultCode, Problem } from '../problem.ts';
import { dayOfDate } from './calendar.ts';
import { type BookingDeadline, type OnDemandZone, type Weekday, weekdays } from './on-demand.ts';

/*
 * The file that people write by hand:
 *
 *   { "zones": [ { "id": "vane", "nameLv": "...", "nameEn": "...",
 *       "territoryIds": ["vanes-pagasts"]   or   "ring": [[22.5, 56.9], ...],
 *       "days": ["monday", ...], "hours": { "from": "07:00", "to": "22:00" },
 *       "booking": { "daysBefore": 1, "by": "15:00" }   or   { "hoursBefore": 3 },
 *       "seats": 8   or   null, "validUntil": "2027-06-30", "source": "...", "isModel": true } ] }
 */

/** A part of the file with its JSON pointer, and where to put what is wrong with it. */
interface Part {
  readonly value: unknown;
  readonly field: string;
  readonly faults: Fault[];
}

/**
 * Reads zones of on-demand transport.
 *
 * @param text the file.
 * @param territoryIds those that exist, to notice a typing error; null checks nothing.
 * @throws Problem `bad-import` with every fault by JSON pointer.
 */
export function readOnDemandZones(text: string, territoryIds: ReadonlySet<string> | null): OnDemandZone[] {
  const faults: Fault[] = [];
  const root: Part = { value: parse(text, faults), field: '', faults };
  const zones = faults.length > 0 ? [] : listOf(member(root, 'zones'), zoneOf);
  zones.forEach((zone, i) => {
    if (zones.findIndex(({ id }) => id === zone.id) < i) {
      faults.push({ field: `/zones/${i}/id`, fault: 'duplicate', value: zone.id });
    }
    if (!territoryIds || !('territoryIds' in zone.area)) return;
    zone.area.territoryIds.forEach((id, j) => {
      if (territoryIds.has(id)) return;
      faults.push({ field: `/zones/${i}/territoryIds/${j}`, fault: 'unknown-reference', value: id });
    });
  });
  if (faults.length > 0) throw new Problem('bad-import', { faults });
  return zones;
}

function parse(text: string, faults: Fault[]): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    faults.push({ field: '/', fault: 'malformed', expected: 'JSON' });
    return null;
  }
}

const members = [
  ...['id', 'nameLv', 'nameEn', 'territoryIds', 'ring', 'days', 'hours', 'booking', 'seats', 'validUntil'],
  ...['source', 'isModel'],
];

function zoneOf(part: Part): OnDemandZone {
  const value = objectOf(part);
  for (const name of Object.keys(value)) {
    if (!members.includes(name)) refuse(member(part, name), 'unknown-parameter', members.join(', '));
  }
  const hours = member(part, 'hours');
  const [from, to] = [clockOf(member(hours, 'from')), clockOf(member(hours, 'to'))];
  if (from !== '' && to !== '' && to <= from)
    refuse(member(hours, 'to'), 'end-before-start', `after ${from}`);
  return {
    id: textOf(member(part, 'id')),
    nameLv: textOf(member(part, 'nameLv')),
    nameEn: textOf(member(part, 'nameEn')),
    area: areaOf(part),
    days: listOf(member(part, 'days'), dayOf),
    hours: { from, to },
    booking: bookingOf(member(part, 'booking')),
    seats: member(part, 'seats').value === null ? null : wholeOf(member(part, 'seats'), 1, 100),
    validUntil: dateOf(member(part, 'validUntil')),
    source: textOf(member(part, 'source')),
    isModel: booleanOf(member(part, 'isModel')),
  };
}

function areaOf(part: Part): OnDemandZone['area'] {
  const [ids, ring] = [member(part, 'territoryIds'), member(part, 'ring')];
  if (ids.value !== undefined && ring.value !== undefined) refuse(ring, 'repeated', 'territoryIds or ring');
  if (ring.value === undefined) return { territoryIds: listOf(ids, textOf) };
  const points = listOf(ring, pointOf);
  if (points.length < 3) refuse(ring, 'malformed', 'at least 3 positions');
  return { ring: points };
}

function bookingOf(part: Part): BookingDeadline {
  if (member(part, 'hoursBefore').value !== undefined) {
    return { hoursBefore: wholeOf(member(part, 'hoursBefore'), 0, 336) };
  }
  return {
    daysBefore: wholeOf(member(part, 'daysBefore'), 0, 14),
    by: clockOf(member(part, 'by')),
  };
}

function refuse({ value, field, faults }: Part, fault: FaultCode, expected?: string): void {
  const isMissing = value === undefined || value === null || value === '';
  faults.push({
    field,
    fault: isMissing ? 'missing' : fault,
    ...(isMissing ? {} : { value: JSON.stringify(value).slice(0, 80) }),
    ...(expected === undefined ? {} : { expected }),
  });
}

function member({ value, field, faults }: Part, name: string): Part {
  const inside = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const found = Object.hasOwn(inside, name) ? (inside as Record<string, unknown>)[name] : undefined;
  return { value: found, field: `${field}/${name}`, faults };
}

function objectOf(part: Part): object {
  const { value } = part;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  refuse(part, 'malformed', '{ ... }');
  return {};
}

/** A list with at least one entry. */
function listOf<T>(part: Part, read: (part: Part) => T): T[] {
  const { value, field, faults } = part;
  if (Array.isArray(value) && value.length > 0) {
    return value.map((each, i) => read({ value: each as unknown, field: `${field}/${i}`, faults }));
  }
  refuse(part, 'malformed', '[ ... ]');
  return [];
}

function textOf(part: Part): string {
  if (typeof part.value === 'string' && part.value !== '' && part.value.length <= 500) return part.value;
  refuse(part, typeof part.value === 'string' ? 'too-long' : 'malformed', '"..."');
  return '';
}

function booleanOf(part: Part): boolean {
  if (typeof part.value !== 'boolean') refuse(part, 'not-one-of', 'true, false');
  return part.value === true;
}

function wholeOf(part: Part, least: number, most: number): number {
  const { value } = part;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  refuse(part, typeof value === 'number' ? 'out-of-range' : 'not-a-number', `${least}-${most}`);
  return least;
}

function clockOf(part: Part): string {
  const { value } = part;
  if (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(value)) return value;
  refuse(part, 'malformed', '00:00-24:00');
  return '';
}

function dateOf(part: Part): string {
  const { value } = part;
  if (typeof value === 'string' && dayOfDate(value) !== null) return value;
  refuse(part, 'malformed', 'YYYY-MM-DD');
  return '';
}

function dayOf(part: Part): Weekday {
  const found = weekdays.find((day) => day === part.value);
  if (found === undefined) refuse(part, 'not-one-of', weekdays.join(', '));
  return found ?? 'monday';
}

function pointOf(part: Part): LonLat {
  const [lon, lat] = Array.isArray(part.value) ? (part.value as unknown[]) : [];
  const isPoint =
    typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  if (isPoint) return [lon, lat];
  refuse(part, 'malformed', '[longitude, latitude]');
  return [0, 0];
}
