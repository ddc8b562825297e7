import type { FigureAnswer } from '#core/contract/figure.ts';
import type { Endpoints } from '#core/contract/index.ts';
import type { Language } from '#core/language/routes.ts';
import type { Figures } from '../context.ts';
import { type Answer, type Handler, jsonBody } from './call.ts';
import { writeCsv } from './csv.ts';

export const figures: Handler<Endpoints['figures']> = async ({ query }, site) =>
  jsonBody({ figures: await site.figures.list(query.limit) });

export const figureFreeze: Handler<Endpoints['figureFreeze']> = async ({ body }, site) => {
  const kept = await site.figures.freeze(body);
  return { ...jsonBody(kept), headers: { Location: `/api/v1/figures/${kept.id}` } };
};

export const figurePreview: Handler<Endpoints['figurePreview']> = async ({ body, language }, site) => ({
  body: await site.figures.preview(body, language),
});

export const figure: Handler<Endpoints['figure']> = async ({ path }, site) =>
  jsonBody(await site.figures.get(path.figureId));

/** A file of an id never changes; the language is part of the address or of Vary. */
const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** A drawing carries its own letters and styles, may load nothing and runs nothing. */
const drawingPolicy = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
};

const saveAs = (id: string, extension: string, language: Language, disposition: string) => ({
  'Content-Disposition': `${disposition}; filename="${id}-${language}.${extension}"`,
});

/** The rows that are drawn: cells where it draws cells, else parishes. */
const writeTable = ({ table, cells }: FigureAnswer) => {
  const { columns, rows } = cells ?? table;
  return writeCsv(columns, rows);
};

async function drawFile(
  store: Figures,
  id: string,
  extension: 'svg' | 'png' | 'csv' | 'json',
  language: Language,
): Promise<Answer> {
  const headers = { ...forEver, ...saveAs(id, extension, language, 'inline') };
  switch (extension) {
    case 'svg':
      return { body: await store.svg(id, language), headers: { ...headers, ...drawingPolicy } };
    case 'png':
      return { body: await store.png(id, language), headers };
    case 'csv':
      return { body: writeTable(await store.get(id)), headers };
    case 'json':
      // Says whether newer data exist, which changes while the figure does not.
      return jsonBody(await store.get(id));
  }
}

export const figureFile: Handler<Endpoints['figureFile']> = ({ path, language }, site) =>
  drawFile(site.figures, path.figureId, path.extension, language);
