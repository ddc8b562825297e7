import { slug } from '#core/language/fold.ts';
import type { PhysicalAccess, Venue, VenueKind, VenuePosition, VenueStatus } from '#core/offer/venue.ts';
import { lonLatOrNull, number, numberOrNull, type Row, readTable, text, textOrNull } from './tables.ts';
import { kindOfType } from './venue-kinds.ts';

/** Every venue of the facts; nothing is filled in that the source does not state. */
export function venueRows(): Venue[] {
  const details = new Map(
    readTable('assumptions/venue-readings.csv').map((row) => [text(row, 'venue'), row]),
  );
  return readTable('facts/venues.csv').map((row) => venueRow(row, details.get(text(row, 'name_lv'))));
}

/** Name without a remark on the status, which has a field of its own. */
const nameOnly = (name: string) => name.replace(/ \((slēgta|closed)\)$/i, '');

export const venueIdOf = (nameLv: string): string => slug(nameOnly(nameLv));

function venueRow(row: Row, reading: Row | undefined): Venue {
  const { kind, subtype, sectors }: { kind: VenueKind; subtype: string | null; sectors: readonly string[] } =
    kindOfType(text(row, 'type'));
  const { status, closedOn } = statusOf(text(row, 'status'), text(row, 'type'));
  return {
    id: venueIdOf(text(row, 'name_lv')),
    list: 'shipped',
    nameLv: nameOnly(text(row, 'name_lv')),
    nameEn: nameOnly(text(row, 'name_en')),
    kind,
    subtype,
    sectors,
    territoryId: slug(text(row, 'territory')),
    settlement: textOrNull(row, 'settlement'),
    address: textOrNull(row, 'address'),
    position: positionOf(row),
    status,
    closedOn,
    capacity: reading === undefined ? null : numberOrNull(reading, 'capacity'),
    openingHours: null,
    physicalAccess: accessOf(reading),
    url: null,
    note: textOrNull(row, 'note'),
    source: textOrNull(row, 'source') ?? text(row, 'confirmed'),
    confidence: text(row, 'confirmed'),
    isModel: false,
  };
}

/** Points of the facts are those of a village or town centre: the true place is somewhere around it. */
function positionOf(row: Row): VenuePosition {
  const lonLat = lonLatOrNull(row, 'lon', 'lat');
  if (lonLat === null) return { state: 'missing', reason: 'no position in the sources' };
  return {
    state: 'approximate',
    lonLat,
    accuracyMetres: number(row, 'coord_accuracy_m'),
    method: text(row, 'coord_method'),
  };
}

function statusOf(status: string, type: string): { status: VenueStatus; closedOn: string | null } {
  if (status.startsWith('closed')) return { status: 'closed', closedOn: status.split(' ')[1] ?? null };
  if (status === 'unknown') return { status: 'unknown', closedOn: null };
  return { status: type === 'library_service_point' ? 'service-point' : 'open', closedOn: null };
}

function accessOf(reading: Row | undefined): PhysicalAccess {
  const isStepFree = reading !== undefined && textOrNull(reading, 'step_free_entrance') === 'yes';
  return {
    stepFreeEntrance: isStepFree ? 'yes' : 'not-stated',
    accessibleToilet: 'not-stated',
    disabledParking: 'not-stated',
    hearingLoop: 'not-stated',
  };
}
