import type { Offer } from '../access/answer.ts';
import type { Words } from '../language/index.ts';
import type { OfferForms } from '../language/offer-forms.ts';
import { culturePlaceKinds } from '../offer/groups.ts';

/** How many kinds a title names before it says "of the chosen kinds". */
const namedKinds = 3;

/** The offer in the forms a sentence needs. `venueName` is asked for only when the offer is one venue. */
export const offerForms = (offer: Offer, words: Words, venueName: string): OfferForms => {
  const { culture, severalKinds, oneVenue, kinds, or, and } = words.figures;
  if ('venueId' in offer) {
    const [nearest, object, counted, plural] = oneVenue;
    const named = (form: string) => form.replace('{name}', () => venueName);
    return [named(nearest), named(object), named(counted), named(plural)];
  }
  const chosen = new Set(offer.kinds);
  if (chosen.size === culturePlaceKinds.length && culturePlaceKinds.every((kind) => chosen.has(kind)))
    return culture;
  if (chosen.size > namedKinds) return severalKinds;
  const forms = [...chosen].map((kind) => kinds[kind]);
  return [
    list(
      forms.map(([nearest]) => nearest),
      or,
    ),
    list(
      forms.map(([, object]) => object),
      or,
    ),
    list(
      forms.map(([, , counted]) => counted),
      and,
    ),
    list(
      forms.map(([, , , plural]) => plural),
      and,
    ),
  ];
};

/** "a, b or c". */
const list = (items: readonly string[], joint: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${joint} ${items.slice(-1).join('')}`;
