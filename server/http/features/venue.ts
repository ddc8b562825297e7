import type { VenueProperties } from '#core/contract/features/venue.ts';
import type { Venue } from '#core/offer/venue.ts';

const toPosition = ({ position }: Venue) =>
  position.state === 'missing'
    ? {
        positionState: position.state,
        positionAccuracyMetres: null,
        positionMethod: null,
        positionMissingReason: position.reason,
      }
    : {
        positionState: position.state,
        positionAccuracyMetres: position.accuracyMetres,
        positionMethod: position.method,
        positionMissingReason: null,
      };

export const toVenue = ({ merged = [], ...row }: Venue): VenueProperties => ({
  nameLv: row.nameLv,
  nameEn: row.nameEn,
  kind: row.kind,
  subtype: row.subtype,
  sectors: [...row.sectors],
  status: row.status,
  closedOn: row.closedOn,
  territoryId: row.territoryId,
  settlement: row.settlement,
  address: row.address,
  ...toPosition(row),
  capacityPersons: row.capacity,
  openingHours: row.openingHours,
  stepFreeEntrance: row.physicalAccess.stepFreeEntrance,
  accessibleToilet: row.physicalAccess.accessibleToilet,
  disabledParking: row.physicalAccess.disabledParking,
  hearingLoop: row.physicalAccess.hearingLoop,
  url: row.url,
  note: row.note,
  isil: row.isil ?? null,
  mergedIds: merged.map(({ id }) => id),
  mergedLists: merged.map(({ list }) => list),
  mergedSources: merged.map(({ source }) => source),
  list: row.list,
  source: row.source,
  confidence: row.confidence,
  isModel: row.isModel,
});
