import { z } from 'zod';
import { languages } from '../language/routes.ts';
import type { DatasetName } from '../place/provenance.ts';
import type { FaultCode } from '../problem.ts';

/** One way an answer can be written; `schema` describes it in the OpenAPI document, null for drawings and texts. */
export interface Format {
  readonly mediaType: string;
  readonly schema: z.ZodType | null;
  /** Other media types in an Accept header that are answered by this one. */
  readonly alsoFor?: readonly string[];
}

/** What server and client promise each other about one address. */
export interface Endpoint<Path, Query, Body, Name extends string> {
  readonly method: 'get' | 'post';
  /** OpenAPI template, for example "/api/v1/collections/{collectionId}". */
  readonly path: string;
  readonly summary: string;
  /** A value that does not fit leads nowhere: `not-found`. */
  readonly parameters: z.ZodType<Path>;
  /** Parameters after "?"; they may depend on the path and on the region's plane. Misfits are `bad-query`. */
  readonly query: (path: Path, regionCrs: number) => z.ZodType<Query>;
  /** `null` where nothing may be sent. Misfits are `bad-body`. */
  readonly body: {
    readonly mediaType: string;
    /** Other media types that are taken as well; what a body is, its bytes tell. */
    readonly otherTypes?: readonly string[];
    readonly schema: z.ZodType<Body>;
  } | null;
  /** First one is the default; the names are the values of `f`. */
  readonly formats: Readonly<Record<Name, Format>>;
  readonly success: 200 | 201;
  /** Datasets whose versions make the ETag; null for an answer that is never revalidated. */
  readonly datasets: (path: Path) => readonly DatasetName[] | null;
  /** Where the path itself names the format ("….svg"), Accept and `f` have no say. */
  readonly formatOf: ((path: Path) => Name) | null;
}

export const json = (schema: z.ZodType): { readonly json: Format } => ({
  json: { mediaType: 'application/json', schema },
});

const language = z.enum(languages).optional().meta({
  description: 'Language of texts; without it Accept-Language decides, and Latvian is the default.',
});

/** Parameters of an address: the given ones, the format (unless the path names it), the language; no others. */
export function queryOf<Shape extends z.ZodRawShape, Name extends string>(
  formats: Readonly<Record<Name, Format>>,
  shape: Shape,
) {
  const names = Object.keys(formats) as [Name, ...Name[]];
  const f = z.enum(names).optional().meta({ description: 'Format; without it the Accept header decides.' });
  return z.strictObject({ ...shape, f, lang: language });
}

/** The same where the path names the format. */
export const plainQueryOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...shape, lang: language });

type Options<Shape extends z.ZodRawShape, PathShape extends z.ZodRawShape, Body, Name extends string> = {
  readonly path: string;
  readonly summary: string;
  readonly formats: Readonly<Record<Name, Format>>;
  readonly datasets: readonly DatasetName[] | null;
  readonly parameters?: PathShape;
  readonly query?: Shape;
  readonly method?: 'get' | 'post';
  readonly body?: {
    readonly mediaType: string;
    readonly otherTypes?: readonly string[];
    readonly schema: z.ZodType<Body>;
  };
  readonly success?: 200 | 201;
  readonly formatOf?: (path: z.output<z.ZodObject<PathShape>>) => Name;
};

/** An endpoint with fixed parameters. */
export function endpoint<
  Name extends string,
  // biome-ignore lint/complexity/noBannedTypes: the empty shape of an address without parameters
  Shape extends z.ZodRawShape = {},
  // biome-ignore lint/complexity/noBannedTypes: as above
  PathShape extends z.ZodRawShape = {},
  Body = null,
>(options: Options<Shape, PathShape, Body, Name>) {
  const shape = options.query ?? ({} as Shape);
  const query = options.formatOf === undefined ? queryOf(options.formats, shape) : plainQueryOf(shape);
  const parameters = z.object(options.parameters ?? ({} as PathShape));
  return {
    method: options.method ?? 'get',
    path: options.path,
    summary: options.summary,
    parameters,
    query: () => query,
    body: options.body ?? null,
    formats: options.formats,
    success: options.success ?? 200,
    datasets: () => options.datasets,
    formatOf: options.formatOf ?? null,
  } as const;
}

/** Remembers what was made for each plane; a process speaks of one region. */
export function onceFor<T>(make: (regionCrs: number) => T): (regionCrs: number) => T {
  const made = new Map<number, T>();
  return (regionCrs) => {
    const found = made.get(regionCrs) ?? make(regionCrs);
    made.set(regionCrs, found);
    return found;
  };
}

/** Refuses a value inside a `transform`, with the fault a reader is told and what would fit. */
export function refuse(
  context: z.RefinementCtx,
  fault: FaultCode,
  expected: string,
  path: readonly string[] = [],
): never {
  context.addIssue({ code: 'custom', params: { fault, expected }, path: [...path] });
  return z.NEVER;
}

/** Stable identifiers of everything the API speaks of. */
export const identifier = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,120}$/)
  .meta({ description: 'Letters, digits, "_" and "-".' });

/** A whole number as text; more than `maximum` is refused, or lowered to it with `cap`. */
export const wholeNumber = (minimum: number, maximum: number, options: { readonly cap?: boolean } = {}) =>
  z.string().transform((text, context): number => {
    const expected = `${minimum}-${maximum}`;
    if (!/^-?\d+$/.test(text)) return refuse(context, 'not-a-number', expected);
    const value = Number(text);
    if (value < minimum) return refuse(context, 'out-of-range', expected);
    if (value <= maximum) return value;
    return options.cap === true ? maximum : refuse(context, 'out-of-range', expected);
  });
