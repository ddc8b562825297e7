import type { Kysely } from 'kysely';
import type { CultureEvent } from '#core/offer/event.ts';
import type { Venue } from '#core/offer/venue.ts';
import { fromLonLat } from '../postgis.ts';
import type { Tables } from '../tables/index.ts';
import { batches } from './batches.ts';
import { nameColumns, provenanceColumns } from './places.ts';

type Db = Kysely<Tables>;

const positionColumns = ({ position }: Venue) =>
  position.state === 'missing'
    ? {
        position_state: position.state,
        position_method: position.reason,
        accuracy_metres: null,
        geom_4326: null,
      }
    : {
        position_state: position.state,
        position_method: position.method,
        accuracy_metres: position.accuracyMetres,
        geom_4326: fromLonLat(position.lonLat),
      };

const venueRow = (version_id: number, venue: Venue) => ({
  version_id,
  id: venue.id,
  name_lv: venue.nameLv,
  name_en: venue.nameEn,
  kind: venue.kind,
  subtype: venue.subtype,
  sectors: venue.sectors,
  territory_id: venue.territoryId,
  settlement: venue.settlement,
  address: venue.address,
  ...positionColumns(venue),
  status: venue.status,
  closed_on: venue.closedOn,
  capacity: venue.capacity,
  opening_hours: venue.openingHours,
  step_free_entrance: venue.physicalAccess.stepFreeEntrance,
  accessible_toilet: venue.physicalAccess.accessibleToilet,
  disabled_parking: venue.physicalAccess.disabledParking,
  hearing_loop: venue.physicalAccess.hearingLoop,
  url: venue.url,
  note: venue.note,
  isil: venue.isil ?? null,
  ...provenanceColumns(venue),
  ...nameColumns(venue.nameLv, [venue.nameEn, venue.settlement, venue.address]),
});

export const writeVenues = async (db: Db, version: number, rows: readonly Venue[]): Promise<void> => {
  for (const batch of batches(rows.map((row) => venueRow(version, row)))) {
    await db.insertInto('venue').values(batch).execute();
  }
};

const priceColumns = ({ price }: CultureEvent) => ({
  price_state: price.state,
  price_min_euro: price.state === 'priced' ? price.minEuro : null,
  price_max_euro: price.state === 'priced' ? price.maxEuro : null,
});

const eventRow = (version_id: number, event: CultureEvent) => ({
  version_id,
  id: event.id,
  title_lv: event.titleLv,
  title_en: event.titleEn,
  description_lv: event.descriptionLv,
  description_en: event.descriptionEn,
  category: event.category,
  audience: event.audience,
  umbrella_id: event.umbrellaId,
  venue_id: event.venueId,
  place: event.place,
  organiser: event.organiser,
  ...priceColumns(event),
  start_local: event.rule.startLocal,
  duration_minutes: event.rule.durationMinutes,
  rrule: event.rule.rrule,
  except_local: event.rule.exceptLocal,
  also_local: event.rule.alsoLocal ?? [],
  status: event.status,
  changes: JSON.stringify(event.changes),
  model_fields: event.modelFields,
  url: event.url,
  ...provenanceColumns(event),
  ...nameColumns(event.titleLv, [
    event.titleEn,
    event.descriptionLv,
    event.descriptionEn,
    event.place,
    event.organiser,
  ]),
});

export const writeEvents = async (db: Db, version: number, rows: readonly CultureEvent[]): Promise<void> => {
  for (const batch of batches(rows.map((row) => eventRow(version, row)))) {
    await db.insertInto('event').values(batch).execute();
  }
};
