import type { Population, Territory } from '../place/territory.ts';
import type { LonLat } from '../place/units.ts';
import type { EventStatus, OccurrenceListing, Price } from './event.ts';
import type { Stated, Venue, VenueKind, VenuePosition } from './venue.ts';

/*
 * schema.org descriptions for search engines and calendars. Only what somebody stated is written: no offer
 * without a price, no organizer because of a venue, no end that nobody gave.
 */

type JsonValue = string | number | boolean | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonLd = { readonly [key: string]: JsonValue };

/** Addresses and texts that depend on language and host; made by the caller. */
export interface JsonLdOptions {
  readonly url: string;
  readonly name: string;
  readonly description: string | null;
}

const context = 'https://schema.org';

/** Leaves out what is null, so that a blank never looks like a value. */
const stated = (fields: Readonly<Record<string, JsonValue | null>>): JsonLd =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, JsonValue] => entry[1] !== null),
  );

const point = ([longitude, latitude]: LonLat): JsonLd => ({
  '@type': 'GeoCoordinates',
  latitude,
  longitude,
});

/** A position that is only roughly known is a circle in which the place lies, radius in metres. */
const geo = (position: VenuePosition): JsonLd | null => {
  switch (position.state) {
    case 'exact':
      return point(position.lonLat);
    case 'approximate':
      return {
        '@type': 'GeoCircle',
        geoMidpoint: point(position.lonLat),
        geoRadius: position.accuracyMetres,
      };
    case 'missing':
      return null;
  }
};

const statusOf = (status: EventStatus): string => {
  switch (status) {
    case 'scheduled':
      return `${context}/EventScheduled`;
    case 'cancelled':
      return `${context}/EventCancelled`;
    case 'moved':
      return `${context}/EventRescheduled`;
    case 'postponed':
      return `${context}/EventPostponed`;
  }
};

const offersOf = (price: Price): JsonLd | null => {
  switch (price.state) {
    case 'not-stated':
      return null;
    case 'free':
      return { '@type': 'Offer', price: 0, priceCurrency: 'EUR' };
    case 'priced':
      return price.minEuro === price.maxEuro
        ? { '@type': 'Offer', price: price.minEuro, priceCurrency: 'EUR' }
        : {
            '@type': 'AggregateOffer',
            lowPrice: price.minEuro,
            highPrice: price.maxEuro,
            priceCurrency: 'EUR',
          };
  }
};

const address = (venue: Venue): JsonLd | null =>
  venue.address === null
    ? null
    : { '@type': 'PostalAddress', streetAddress: venue.address, addressCountry: 'LV' };

const locationOf = ({ event }: OccurrenceListing, venue: Venue | null): JsonLd =>
  venue === null
    ? { '@type': 'Place', name: event.place, address: event.place }
    : stated({
        '@type': 'Place',
        name: venue.nameLv,
        address: address(venue) ?? event.place,
        geo: geo(venue.position),
      });

/** One date of an event, and the venue of that date where it is one of the list. */
export function eventJsonLd(listing: OccurrenceListing, venue: Venue | null, options: JsonLdOptions): JsonLd {
  const { event } = listing;
  return stated({
    '@context': context,
    '@type': 'Event',
    '@id': options.url,
    name: options.name,
    description: options.description,
    url: options.url,
    startDate: listing.startsAt,
    endDate: listing.endsAt,
    eventStatus: statusOf(listing.status),
    location: locationOf(listing, venue),
    isAccessibleForFree: event.price.state === 'not-stated' ? null : event.price.state === 'free',
    offers: offersOf(event.price),
    organizer: event.organiser === null ? null : { '@type': 'Organization', name: event.organiser },
    sameAs: event.url,
  });
}

/** Nearest schema.org type of each kind; kinds without one of their own are places. */
const venueTypes: Readonly<Record<VenueKind, string>> = {
  'culture-centre': 'EventVenue',
  library: 'Library',
  museum: 'Museum',
  gallery: 'ArtGallery',
  theatre: 'PerformingArtsTheater',
  cinema: 'MovieTheater',
  'concert-organisation': 'PerformingGroup',
  'event-place': 'EventVenue',
  'open-air-stage': 'EventVenue',
  'culture-school': 'EducationalOrganization',
  archive: 'ArchiveOrganization',
  'creative-industry': 'Place',
  'creative-residency': 'Place',
  'intangible-heritage': 'Place',
  ngo: 'NGO',
  'amateur-group': 'PerformingGroup',
  market: 'Place',
  church: 'Church',
};

/** Types of organisations, which stand somewhere but are not places themselves. */
const organisations = new Set(['PerformingGroup', 'EducationalOrganization', 'ArchiveOrganization', 'NGO']);

const feature = (name: string, value: Stated): JsonLd | null =>
  value === 'yes' || value === 'no'
    ? { '@type': 'LocationFeatureSpecification', name, value: value === 'yes' }
    : null;

export function venueJsonLd(venue: Venue, options: JsonLdOptions): JsonLd {
  const type = venueTypes[venue.kind];
  const position = geo(venue.position);
  const features = [
    feature('step-free entrance', venue.physicalAccess.stepFreeEntrance),
    feature('accessible toilet', venue.physicalAccess.accessibleToilet),
    feature('disabled parking', venue.physicalAccess.disabledParking),
    feature('hearing loop', venue.physicalAccess.hearingLoop),
  ].filter((found) => found !== null);
  const isPlace = !organisations.has(type);
  return stated({
    '@context': context,
    '@type': type,
    '@id': options.url,
    name: options.name,
    description: options.description,
    url: options.url,
    address: address(venue),
    geo: isPlace ? position : null,
    location: isPlace || position === null ? null : { '@type': 'Place', geo: position },
    maximumAttendeeCapacity: isPlace ? venue.capacity : null,
    amenityFeature: isPlace && features.length > 0 ? features : null,
    sameAs: venue.url,
  });
}

const peopleOf = (population: Population | null): JsonLd | null =>
  population === null
    ? null
    : {
        '@type': 'PropertyValue',
        name: `population (${population.series}, ${population.year})`,
        value: population.people,
      };

export function territoryJsonLd(territory: Territory, options: JsonLdOptions): JsonLd {
  return stated({
    '@context': context,
    '@type': territory.kind === 'town' ? 'City' : 'AdministrativeArea',
    '@id': options.url,
    name: options.name,
    description: options.description,
    url: options.url,
    identifier: territory.atvk2021IsInferred ? null : territory.atvk2021,
    geo: territory.centre === null ? null : point(territory.centre),
    additionalProperty: peopleOf(territory.population),
  });
}

/** A kept map figure. `contentUrl` is its SVG. */
export function figureJsonLd(
  figure: {
    readonly createdAt: string;
    readonly sources: readonly string[];
    readonly contentUrl: string;
    /** "lv" or "en": the language of the words in the drawing. */
    readonly language: string;
  },
  options: JsonLdOptions,
): JsonLd {
  return stated({
    '@context': context,
    '@type': 'ImageObject',
    '@id': options.url,
    name: options.name,
    caption: options.description,
    url: options.url,
    contentUrl: figure.contentUrl,
    encodingFormat: 'image/svg+xml',
    dateCreated: figure.createdAt,
    inLanguage: figure.language,
    creditText: figure.sources.length === 0 ? null : figure.sources.join('; '),
  });
}
