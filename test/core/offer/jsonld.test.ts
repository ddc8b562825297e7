import { describe, expect, it } from 'vitest';
import { eventStatuses } from '#core/offer/event.ts';
import { eventJsonLd, venueJsonLd } from '#core/offer/jsonld.ts';
import { venueKinds } from '#core/offer/venue.ts';
import { bareEvent, bareListing, bareVenue } from './fixture.ts';

const options = { url: 'https://example.org/x', name: 'Nosaukums', description: null };

describe('schema.org Event', () => {
  it('says nothing that nobody stated', () => {
    expect(Object.keys(eventJsonLd(bareListing, null, options)).sort()).toEqual([
      '@context',
      '@id',
      '@type',
      'eventStatus',
      'location',
      'name',
      'startDate',
      'url',
    ]);
  });

  it('gives an offer only when the price is stated', () => {
    const priced = (price: typeof bareEvent.price) =>
      eventJsonLd({ ...bareListing, event: { ...bareEvent, price } }, null, options);
    expect(priced({ state: 'free' })).toMatchObject({ isAccessibleForFree: true, offers: { price: 0 } });
    expect(priced({ state: 'priced', minEuro: 3.5, maxEuro: 3.5 })).toMatchObject({
      isAccessibleForFree: false,
      offers: { '@type': 'Offer', price: 3.5, priceCurrency: 'EUR' },
    });
    expect(priced({ state: 'priced', minEuro: 3, maxEuro: 5 })).toMatchObject({
      offers: { '@type': 'AggregateOffer', lowPrice: 3, highPrice: 5 },
    });
  });

  it('keeps the organiser apart from the venue', () => {
    expect(eventJsonLd(bareListing, bareVenue, options)).not.toHaveProperty('organizer');
    const organised = { ...bareListing, event: { ...bareEvent, organiser: 'Biedrība' } };
    expect(eventJsonLd(organised, bareVenue, options)).toMatchObject({
      organizer: { name: 'Biedrība' },
      location: { name: 'Slampes bibliotēka', address: 'Slampe' },
    });
  });

  it('has a status of schema.org for each of ours', () => {
    const found = eventStatuses.map(
      (status) => eventJsonLd({ ...bareListing, status }, null, options).eventStatus,
    );
    expect(found).toEqual([
      'https://schema.org/EventScheduled',
      'https://schema.org/EventCancelled',
      'https://schema.org/EventRescheduled',
      'https://schema.org/EventPostponed',
    ]);
  });
});

describe('schema.org place', () => {
  it('has a type for every kind, and no position where none is known', () => {
    for (const kind of venueKinds) {
      const data = venueJsonLd({ ...bareVenue, kind }, options);
      expect(data['@type']).toMatch(/^[A-Z]\w+$/);
      expect(data).not.toHaveProperty('geo');
      expect(data).not.toHaveProperty('amenityFeature');
    }
  });

  it('draws a rough position as a circle, an exact one as a point', () => {
    const lonLat = [23.2949, 56.8473] as const;
    const geoOf = (state: 'exact' | 'approximate') => {
      const position = { state, lonLat, accuracyMetres: 300, method: 'village point' };
      return venueJsonLd({ ...bareVenue, position }, options).geo;
    };
    expect(geoOf('exact')).toEqual({ '@type': 'GeoCoordinates', latitude: 56.8473, longitude: 23.2949 });
    expect(geoOf('approximate')).toMatchObject({ '@type': 'GeoCircle', geoRadius: 300 });
  });

  it('never reads "not stated" or "partly" as an answer', () => {
    const physicalAccess = {
      ...bareVenue.physicalAccess,
      stepFreeEntrance: 'yes',
      hearingLoop: 'no',
      accessibleToilet: 'partly',
    } as const;
    expect(venueJsonLd({ ...bareVenue, physicalAccess }, options).amenityFeature).toEqual([
      { '@type': 'LocationFeatureSpecification', name: 'step-free entrance', value: true },
      { '@type': 'LocationFeatureSpecification', name: 'hearing loop', value: false },
    ]);
  });
});
