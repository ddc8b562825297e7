import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { pairKey, type SamePlace } from '#core/offer/same-place.ts';
import type { Venue, VenueKind } from '#core/offer/venue.ts';

const shippedFile = new URL('../../../geodata/model/venues.json', import.meta.url);

/** The venues that ship. */
export const shippedVenues = (JSON.parse(readFileSync(shippedFile, 'utf8')) as { rows: Venue[] }).rows;

type Line = Readonly<Record<string, string>>;

const toVenue = (line: Line, i: number): Venue => ({
  id: `official-${i}`,
  list: 'official',
  nameLv: line.name ?? '',
  nameEn: null,
  kind: line.kind as VenueKind,
  subtype: null,
  sectors: [],
  territoryId: line.territory ?? null,
  settlement: line.settlement === '' ? null : (line.settlement ?? null),
  address: line.address ?? null,
  position: {
    state: 'exact',
    lonLat: [Number(line.lon), Number(line.lat)],
    accuracyMetres: Number(line.accuracy),
    method: 'made for the test',
  },
  status: 'open',
  closedOn: null,
  capacity: null,
  openingHours: null,
  physicalAccess: {
    stepFreeEntrance: 'not-stated',
    accessibleToilet: 'not-stated',
    disabledParking: 'not-stated',
    hearingLoop: 'not-stated',
  },
  url: null,
  note: null,
  source: 'test',
  confidence: 'test',
  isModel: false,
});

/** Names as official lists would write them, each with the id of the shipped venue that it is, or none. */
export const readLabels = (half: 'first-half' | 'second-half') => {
  const file = new URL(`../../fixtures/same-place/${half}.csv`, import.meta.url);
  const lines = parse(readFileSync(file), { columns: true }) as readonly Line[];
  const venues = lines.map(toVenue);
  const truth = new Set(
    lines.flatMap((line, i) => (line.same === '' ? [] : [pairKey(line.same ?? '', `official-${i}`)])),
  );
  return { venues, truth };
};

/** Of what was suggested, how much is right; of what is right, how much was suggested. */
export const measure = (suggested: readonly SamePlace[], truth: ReadonlySet<string>) => {
  const found = suggested.map(({ keep, other }) => pairKey(keep.id, other.id));
  const right = found.filter((pair) => truth.has(pair)).length;
  return { suggested: found.length, right, of: truth.size, wrong: found.length - right };
};
