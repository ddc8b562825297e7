import type { Findings } from '#core/findings.ts';
import { usualSectors } from '#core/offer/sectors.ts';
import type { PhysicalAccess, Stated, Venue, VenueStatus } from '#core/offer/venue.ts';
import { osmProvenance } from '#core/roads/osm/drawn-lines.ts';
import type { OsmSite } from '#core/roads/osm/sites.ts';
import { readIsil, tidyName, webAddress } from './kisc-objects-name.ts';
import { kindOfTags } from './osm-venues-kind.ts';

type Tags = OsmSite['tags'];

/** A mapped node stands on the house; nobody states how exactly. */
const nodeMetres = 20;
const exactMetres = 50;
const most = { name: 200, text: 300 } as const;

const text = (tags: Tags, ...keys: readonly string[]): string | null => {
  const found = keys.map((key) => tags.get(key)?.trim() ?? '').find((value) => value !== '');
  return found === undefined || found.length > most.text ? null : found;
};

const stated = (value: string | undefined): Stated => {
  switch (value) {
    case 'yes':
    case 'designated':
      return 'yes';
    case 'limited':
      return 'partly';
    case 'no':
      return 'no';
    default:
      return 'not-stated';
  }
};

const accessOf = (tags: Tags): PhysicalAccess => ({
  stepFreeEntrance: stated(tags.get('wheelchair')),
  accessibleToilet: stated(tags.get('toilets:wheelchair')),
  disabledParking: 'not-stated',
  hearingLoop: stated(tags.get('hearing_loop')),
});

const joined = (parts: readonly (string | null)[], sign: string): string =>
  parts.filter((part) => part !== null && part !== '').join(sign);

/** "Harmonijas iela 7, Tukums, LV-3101", as far as it is mapped. */
const addressOf = (tags: Tags): string | null => {
  const street = joined([text(tags, 'addr:street', 'addr:place'), text(tags, 'addr:housenumber')], ' ');
  const parts = [
    street,
    text(tags, 'addr:housename'),
    text(tags, 'addr:city', 'addr:village'),
    text(tags, 'addr:postcode'),
  ];
  const address = joined(parts, ', ');
  return address === '' ? null : address.slice(0, most.text);
};

const capacityOf = (tags: Tags): number | null => {
  const value = tags.get('capacity')?.trim() ?? '';
  return /^\d{1,6}$/.test(value) && Number(value) <= 200_000 ? Number(value) : null;
};

const statusOf = (tags: Tags): VenueStatus =>
  ['disused', 'abandoned', 'ruins'].some((key) => tags.get(key) === 'yes') ? 'closed' : 'open';

const positionOf = ({ type, lonLat, radiusMetres }: OsmSite): Venue['position'] => {
  const accuracyMetres = Math.max(nodeMetres, radiusMetres);
  const method = type === 'node' ? 'as mapped (node)' : 'centre of the mapped area';
  return { state: accuracyMetres <= exactMetres ? 'exact' : 'approximate', lonLat, accuracyMetres, method };
};

const isilOf = (tags: Tags): string | null => {
  const given = tags.get('ref:isil');
  return given === undefined ? null : readIsil(given);
};

/** A mapped place of culture as a venue; null, with the reason counted, for one without a name or without a kind. */
export const readSite = (
  site: OsmSite,
  list: string,
  findings: Findings,
): Omit<Venue, 'territoryId'> | null => {
  const { type, id, tags } = site;
  const kind = kindOfTags(tags);
  // Churches without events are looked at only to find those with them.
  if (kind === null) return null;
  findings.read();
  const name = tidyName(tags.get('name:lv') ?? tags.get('name') ?? '');
  const what = `${type} ${id}`;
  if (name === '' || name.length > most.name) {
    findings.drop({ code: 'osm-nameless', values: { what, kind: kind.kind } });
    return null;
  }
  const website = text(tags, 'website', 'contact:website', 'url');
  const url = website === null ? null : webAddress(website);
  if (website !== null && url === null)
    findings.add({ code: 'osm-url-unusable', values: { what, value: website } });
  const operator = text(tags, 'operator');
  return {
    ...osmProvenance,
    id: `osm-${type}-${id}`,
    list,
    nameLv: name,
    nameEn: text(tags, 'name:en'),
    ...kind,
    sectors: usualSectors(kind.kind, kind.subtype),
    settlement: text(tags, 'addr:city', 'addr:village'),
    address: addressOf(tags),
    position: positionOf(site),
    status: statusOf(tags),
    closedOn: null,
    capacity: capacityOf(tags),
    openingHours: text(tags, 'opening_hours'),
    physicalAccess: accessOf(tags),
    url,
    note: operator === null ? null : `operator: ${operator}`,
    isil: isilOf(tags),
  };
};
