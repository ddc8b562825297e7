import { z } from 'zod';
import { measureIds } from '../access/answer.ts';
import { accessParameters } from './access.ts';

const text = z.string().trim().min(1).max(160).nullable().default(null);

/**
 * What a figure shows. `POST /api/v1/figures` freezes it with the rows it was drawn from and answers
 * 201 with its id; `POST /api/v1/figures/preview?lang=lv` draws the same SVG and keeps nothing.
 * Texts left null are written from the measure, the offer and the mode.
 */
export const figureSpecification = z.strictObject({
  version: z.literal(1).default(1),
  measure: z.enum(measureIds),
  ...accessParameters.shape,
  level: z.enum(['cells', 'parishes']).default('parishes'),
  title: z.strictObject({ lv: text, en: text }).default({ lv: null, en: null }),
  subtitle: z.strictObject({ lv: text, en: text }).default({ lv: null, en: null }),
  /** Width of the drawing on paper in millimetres. */
  widthMm: z.number().int().min(120).max(400).default(160),
});

export type FigureSpecificationInput = z.input<typeof figureSpecification>;
export type FigureSpecification = z.output<typeof figureSpecification>;

/** Answer of `POST /api/v1/figures` and of `GET /api/v1/figures/{id}`. */
export interface FigureAnswer {
  readonly id: string;
  readonly createdAt: string;
  readonly specification: FigureSpecificationInput;
  readonly title: { readonly lv: string; readonly en: string };
  /** Alternative text made from the same rows as the drawing. */
  readonly alternativeText: { readonly lv: string; readonly en: string };
  /** Header and rows of the data table, as drawn. */
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  };
  readonly dataVersions: readonly {
    readonly dataset: string;
    readonly list: string;
    readonly retrievedAt: string;
    readonly source: string;
    readonly licence: string;
    readonly isModel: boolean;
  }[];
  readonly isModel: boolean;
  /** True when today's data would give another figure. */
  readonly isSuperseded: boolean;
  readonly links: {
    readonly page: string;
    readonly svg: string;
    readonly png: string;
    readonly csv: string;
    readonly json: string;
  };
}
