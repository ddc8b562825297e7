import { z } from 'zod';
import { type AccessQuery, measureIds, type Offer } from '../access/answer.ts';
import { culturePlaceKinds } from '../offer/groups.ts';
import { type VenueKind, venueKinds, venueStatuses } from '../offer/venue.ts';
import { modes } from '../roads/street.ts';

const commaList = <T extends string>(allowed: readonly T[]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(allowed as readonly [T, ...T[]])).min(1));

/**
 * `offer` in an address: "culture" (every place of culture open through the year), kinds joined by
 * commas ("library,culture-centre"), or one venue ("venue:slampes-kulturas-pils").
 */
export const offerParameter = z
  .string()
  .max(200)
  .default('culture')
  .transform((text, context): Offer => {
    if (text === 'culture') return { kinds: culturePlaceKinds };
    if (text.startsWith('venue:')) return { venueId: text.slice('venue:'.length) };
    const kinds = text.split(',');
    const unknown = kinds.find((kind) => !(venueKinds as readonly string[]).includes(kind));
    if (unknown === undefined) return { kinds: [...new Set(kinds)].sort() as VenueKind[] };
    context.addIssue({ code: 'custom', message: `culture, venue:<id>, or of: ${venueKinds.join(', ')}` });
    return z.NEVER;
  });

export const accessParameters = z.object({
  offer: offerParameter,
  mode: z.enum(modes).default('car'),
  cutoffMinutes: z.coerce.number().int().min(1).max(180).default(30),
  venueStatus: commaList(venueStatuses).default(['open']),
});

/** `GET /api/v1/access/{measure}`; answers an `AccessAnswer` with method, versions and caveats around it. */
export const accessRequest = accessParameters.extend({
  measure: z.enum(measureIds),
  /** `json` is the whole answer; the others are one level as a table or a map layer. */
  f: z.enum(['json', 'csv', 'geojson']).default('json'),
  level: z.enum(['cells', 'parishes']).default('parishes'),
});

export const toAccessQuery = (
  measure: AccessQuery['measure'],
  parameters: z.output<typeof accessParameters>,
): AccessQuery => ({
  measure,
  offer: parameters.offer,
  mode: parameters.mode,
  cutoffMinutes: parameters.cutoffMinutes,
  venueStatuses: [...parameters.venueStatus].sort(),
});
