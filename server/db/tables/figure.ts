import { instant, json, text } from './column.ts';

/** Figures as kept for ever; they belong to no dataset version but carry the ones they were drawn from. */
export const figure = {
  id: text(),
  created_at: instant(),
  specification: json<unknown>(),
  frozen: json<unknown>(),
  svg_lv: text(),
  svg_en: text(),
};
