import type { LonLat } from '../place/units.ts';
import { type Fault, Problem } from '../problem.ts';
import {
  booleanOf,
  clockOf,
  dateOf,
  listOf,
  member,
  objectOf,
  type Part,
  parseJson,
  refuse,
  textOf,
  wholeOf,
} from './json-part.ts';
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

/**
 * Reads zones of on-demand transport.
 *
 * @param text the file.
 * @param territoryIds those that exist, to notice a typing error; null checks nothing.
 * @throws Problem `bad-import` with every fault by JSON pointer.
 */
export function readOnDemandZones(text: string, territoryIds: ReadonlySet<string> | null): OnDemandZone[] {
  const faults: Fault[] = [];
  const root: Part = { value: parseJson(text, faults), field: '', faults };
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
