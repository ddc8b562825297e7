import type { Settlement, Territory } from '#core/place/territory.ts';
import type { EventSurroundings } from '#server/import/event/events-csv.ts';
import { createGazetteer } from '#server/import/venue/gazetteer.ts';
import type { VenueSurroundings } from '#server/import/venue/venues-csv.ts';

const provenance = { source: 'test', confidence: 'high', isModel: false };

const parish = (id: string, nameLv: string): Territory => ({
  ...provenance,
  id,
  kind: 'parish',
  nameLv,
  nameEn: nameLv,
  parents: [],
  atvk2009: '0900270',
  atvk2021: null,
  atvk2021IsInferred: false,
  validFrom: '2009-07-01',
  validTo: null,
  areaKm2Official: null,
  centreName: null,
  centre: null,
  population: null,
  geometry: null,
});

const village = (id: string, nameLv: string, position: Settlement['position']): Settlement => ({
  ...provenance,
  id,
  nameLv,
  kind: 'village',
  territoryId: 'slampes-pagasts',
  position,
  positionQuality: null,
  population: null,
});

const gazetteer = createGazetteer(
  [parish('slampes-pagasts', 'Slampes pagasts')],
  [village('slampe', 'Slampe', [23.2589, 56.8381]), village('lost', 'Zudusī', null)],
);

/** A small known world to read venues against: everything lies in Slampe parish. */
export const venueWorld: VenueSurroundings = {
  list: 'mine',
  fileName: 'mine.csv',
  bounds: [22.35, 56.62, 23.75, 57.32],
  gazetteer,
  takenIds: new Set(['taken']),
  locate: async (points) => points.map(([lon]) => (lon > 23 ? 'slampes-pagasts' : null)),
};

export const eventWorld: EventSurroundings = {
  list: 'mine',
  fileName: 'mine.csv',
  now: new Date('2026-07-10T09:00:00Z'),
  venueIds: new Set(['hall']),
  venueNames: new Map([['slampes kulturas pils', 'hall']]),
  takenIds: new Set(['taken', 'festival']),
};

export const csv = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));
