import type { FigureSummary } from '../../context.ts';
import { bytes, instant, json, text } from './column.ts';

/** Figures as kept for ever; they belong to no dataset version but carry the ones they were drawn from. */
export const figure = {
  id: text(),
  created_at: instant(),
  specification: json<unknown>(),
  summary: json<FigureSummary>(),
  /** JSON and SVG, each as gzip. */
  frozen: bytes(),
  svg_lv: bytes(),
  svg_en: bytes(),
};
