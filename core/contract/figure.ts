import { z } from 'zod';
import { measureIds } from '../access/answer.ts';
import { windowLimits } from '../transit/travel-mode.ts';
import { accessParameters, cutoffInBody } from './access.ts';
import { endpoint, identifier, json, wholeNumber } from './define.ts';
import { roundTripMode, shiftLimits } from './travel-parameters.ts';

const text = z.string().trim().min(1).max(160).nullable().default(null);

/** What every figure is specified by besides its subject. Texts left null are written from the choices. */
const drawing = {
  version: z.literal(1).default(1),
  level: z.enum(['cells', 'parishes']).default('parishes'),
  title: z.strictObject({ lv: text, en: text }).default({ lv: null, en: null }),
  subtitle: z.strictObject({ lv: text, en: text }).default({ lv: null, en: null }),
  /** Width of the drawing on paper in millimetres. */
  widthMm: z.number().int().min(120).max(400).default(160),
};

/** A measure of access. Day and departures count for public transport only. */
const accessFigure = z
  .strictObject({
    measure: z.enum(measureIds),
    ...accessParameters.shape,
    cutoffMinutes: cutoffInBody,
    windowMinutes: z
      .number()
      .int()
      .min(windowLimits.leastMinutes)
      .max(windowLimits.mostMinutes)
      .default(windowLimits.usualMinutes),
    percentile: z.number().int().min(1).max(100).default(windowLimits.usualPercentile),
    ...drawing,
  })
  .refine(({ mode, date }) => mode !== 'public-transport' || date !== null, {
    path: ['date'],
    params: { fault: 'missing', expected: 'YYYY-MM-DD' },
  });

const shiftInBody = z.number().int().min(shiftLimits.least).max(shiftLimits.most).default(0);

/** Who can come to one date of an event and get home again. */
const roundTripFigure = z.strictObject({
  measure: z.literal('round-trip'),
  occurrenceId: identifier,
  mode: roundTripMode,
  startShiftMinutes: shiftInBody,
  endShiftMinutes: shiftInBody,
  /** A map; or how many could if the event were at another time, a curve without level and shifts. */
  drawn: z.enum(['map', 'shift-curve']).default('map'),
  ...drawing,
});

/**
 * What a figure shows: a measure of access, or an event and the way home. `POST /api/v1/figures` freezes it with
 * the rows it was drawn from and answers 201 with its id; `POST /api/v1/figures/preview?lang=lv` draws the same
 * SVG and keeps nothing.
 */
export const figureSpecification = z.discriminatedUnion('measure', [accessFigure, roundTripFigure], {
  // An unknown measure is told together with everything else that is wrong.
  unionFallback: true,
});

export type AccessFigureInput = z.input<typeof accessFigure>;
export type AccessFigure = z.output<typeof accessFigure>;
export type RoundTripFigureInput = z.input<typeof roundTripFigure>;
export type RoundTripFigure = z.output<typeof roundTripFigure>;
export type FigureSpecificationInput = z.input<typeof figureSpecification>;
export type FigureSpecification = z.output<typeof figureSpecification>;

/** Header and rows of a data table, unrounded. */
interface FigureRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Answer of `POST /api/v1/figures` and of `GET /api/v1/figures/{id}`. */
export interface FigureAnswer {
  readonly id: string;
  readonly createdAt: string;
  readonly specification: FigureSpecificationInput;
  readonly title: { readonly lv: string; readonly en: string };
  /** Alternative text made from the same rows as the drawing. */
  readonly alternativeText: { readonly lv: string; readonly en: string };
  /** One row for each parish and town, then the whole region. */
  readonly table: FigureRows;
  /** One row for each cell drawn; null where the figure draws parishes. */
  readonly cells: FigureRows | null;
  readonly dataVersions: readonly {
    readonly dataset: string;
    readonly list: string;
    readonly retrievedAt: string;
    readonly source: string;
    readonly licence: string;
    readonly isModel: boolean;
  }[];
  readonly isModel: boolean;
  /** Version of the software that drew it. */
  readonly softwareVersion: string;
  /** True when today's data, settings or drawing would give another figure. */
  readonly isSuperseded: boolean;
  readonly links: {
    readonly page: string;
    readonly svg: string;
    readonly png: string;
    readonly csv: string;
    readonly json: string;
  };
}

/** One of `GET /api/v1/figures`. */
export type FigureListing = Pick<
  FigureAnswer,
  'id' | 'createdAt' | 'specification' | 'title' | 'isModel' | 'isSuperseded' | 'links'
>;

const figureSchema = z.looseObject({ id: z.string(), createdAt: z.string(), isModel: z.boolean() });
const body = { mediaType: 'application/json', schema: figureSpecification };

export const figures = endpoint({
  path: '/api/v1/figures',
  summary: 'Kept figures, newest first',
  query: { limit: wholeNumber(1, 1000).default(100).meta({ description: 'Figures, 1-1000.' }) },
  formats: json(z.object({ figures: z.array(figureSchema) })),
  datasets: null,
});

export const figureFreeze = endpoint({
  method: 'post',
  path: '/api/v1/figures',
  summary: 'Draw a figure and keep it with its rows under a permanent id',
  body,
  formats: json(figureSchema),
  success: 201,
  datasets: null,
});

export const figurePreview = endpoint({
  method: 'post',
  path: '/api/v1/figures/preview',
  summary: 'Draw a figure and keep nothing',
  body,
  formats: { svg: { mediaType: 'image/svg+xml', schema: null } },
  datasets: null,
});

export const figure = endpoint({
  path: '/api/v1/figures/{figureId}',
  summary: 'A kept figure with its alternative text and table',
  parameters: { figureId: identifier },
  formats: json(figureSchema),
  datasets: null,
});

/** The frozen files never change, so they may be kept for ever; only the JSON tells whether newer data exist. */
export const figureFile = endpoint({
  path: '/f/{figureId}.{extension}',
  summary: 'A kept figure as a file',
  parameters: {
    figureId: identifier,
    extension: z.enum(['svg', 'png', 'csv', 'json']).meta({ description: 'Kind of file.' }),
  },
  formats: {
    svg: { mediaType: 'image/svg+xml', schema: null },
    png: { mediaType: 'image/png', schema: null },
    csv: { mediaType: 'text/csv', schema: null },
    json: { mediaType: 'application/json', schema: figureSchema },
  },
  datasets: null,
  formatOf: ({ extension }) => extension,
});
