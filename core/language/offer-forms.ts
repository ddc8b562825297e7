/**
 * How an offer stands in a sentence: "nearest library" (agreeing in gender), the object of "to reach",
 * the counted plural ("number of libraries"; genitive in Latvian) and the plain plural.
 */
export type OfferForms = readonly [nearest: string, object: string, counted: string, plural: string];
