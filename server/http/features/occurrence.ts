import type { OccurrenceProperties } from '#core/contract/features/occurrence.ts';
import type { OccurrenceListing, Price } from '#core/offer/event.ts';

const toPrice = (price: Price) => ({
  price: price.state,
  priceMinEuro: price.state === 'priced' ? price.minEuro : null,
  priceMaxEuro: price.state === 'priced' ? price.maxEuro : null,
});

export const toOccurrence = ({ event, ...row }: OccurrenceListing): OccurrenceProperties => ({
  eventId: row.eventId,
  titleLv: event.titleLv,
  titleEn: event.titleEn,
  descriptionLv: event.descriptionLv,
  descriptionEn: event.descriptionEn,
  category: event.category,
  audience: [...event.audience],
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  status: row.status,
  statusNote: row.note,
  venueId: row.venueId,
  venueName: row.venueName,
  place: event.place,
  territoryId: row.territoryId,
  umbrellaId: event.umbrellaId,
  organiser: event.organiser,
  ...toPrice(event.price),
  modelFields: [...event.modelFields],
  url: event.url,
  list: event.list,
  source: event.source,
  confidence: event.confidence,
  isModel: event.isModel,
});
