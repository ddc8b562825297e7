import { z } from 'zod';
import type { Bbox } from '../place/units.ts';
import { type Crs, crs84, crsListOf, readBox, readBoxNumbers } from './crs.ts';
import { type Interval, readDatetime } from './datetime.ts';
import { refuse } from './define.ts';
import type { CollectionContract } from './features/index.ts';

/** What a collection is narrowed by, after reading. */
export interface Narrowing {
  readonly bbox: Bbox | null;
  readonly datetime: Interval | null;
  readonly q: string | null;
  readonly filters: Readonly<Record<string, string>>;
}

const filterParameter = (allowed: readonly string[] | null) =>
  z
    .string()
    .min(1)
    .max(400)
    .transform((text, context) => {
      const isUnknown = allowed !== null && text.split(',').some((value) => !allowed.includes(value));
      return isUnknown ? refuse(context, 'not-one-of', (allowed ?? []).join(', ')) : text;
    })
    .optional()
    .meta({
      description: `One value or several joined by commas${allowed ? `: ${allowed.join(', ')}` : ''}.`,
      // Desktop programs send a filter to the server only where both are written down.
      param: { style: 'form', explode: false },
    });

const searchText = z.string().trim().min(1).max(200).optional().meta({
  description: 'Words to find in names and texts; case and diacritics do not matter.',
});

/** Parameters that narrow a collection; shared by items and calendars. `regionCrs` is the region's plane. */
export function narrowing(contract: CollectionContract, regionCrs: number) {
  const filters = Object.fromEntries(
    Object.entries(contract.filters).map(([name, allowed]) => [name, filterParameter(allowed)]),
  );
  return {
    bbox: z
      .string()
      .transform(readBoxNumbers)
      .optional()
      .meta({
        description:
          'Four or six numbers in the axis order of bbox-crs; features without geometry stay in. A box in metres is widened to the box in degrees around it, by at most 3 % of its longer side.',
        param: { style: 'form', explode: false },
        override: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6 },
      }),
    'bbox-crs': z
      .enum(crsListOf(regionCrs))
      .default(crs84)
      .meta({ description: 'System in which bbox is written.' }),
    datetime: z.string().transform(readDatetime).optional().meta({
      description: 'Instant, day or interval (RFC 3339, open ends ".."); features without time stay in.',
      example: '2026-10-24/2026-10-25',
    }),
    q: searchText,
    ...filters,
  };
}

/** The parameters of {@link narrowing} after reading, in the form a page is asked with. */
export function readNarrowing(
  contract: CollectionContract,
  values: Readonly<Record<string, unknown>>,
  context: z.RefinementCtx,
): Narrowing {
  const box = values.bbox as readonly number[] | undefined;
  const filters = Object.keys(contract.filters)
    .filter((name) => typeof values[name] === 'string')
    .map((name) => [name, String(values[name])] as const);
  return {
    bbox: box === undefined ? null : readBox(box, values['bbox-crs'] as Crs, context),
    datetime: (values.datetime as Interval | undefined) ?? null,
    q: (values.q as string | undefined) ?? null,
    filters: Object.fromEntries(filters),
  };
}
