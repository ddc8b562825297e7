import type { Words } from '../language/index.ts';
import { type CellSide, cellSide } from '../place/cell.ts';

type Tree = string | { readonly [key: string]: Tree } | readonly Tree[];

/** "1 km cell", "1 km šūna": the side before the word for a cell. */
const beforeCell = /1[ \u00a0]km (?=cell|šūn)/g;
/** The same, and "1 km kvadrāts", "square of 1 km in which", "square of 1 km or a cell of another grid". */
const anySide = /1([ \u00a0])km (?=cell|šūn|kvadrāt|in which|or a cell)/g;

/** A sentence written for cells of 1 km, of cells with this side; null: cells that are no squares. */
export const cellText = (text: string, of: CellSide): string => {
  if (of === '1 km') return text;
  return of === null ? text.replace(beforeCell, '') : text.replace(anySide, '100$1m ');
};

const withSide = (words: Tree, of: CellSide): Tree => {
  if (typeof words === 'string') return cellText(words, of);
  if (Array.isArray(words)) return words.map((inner) => withSide(inner, of));
  return Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, withSide(inner, of)]));
};

/** The side of the cells with these ids; all are of one grid. A figure without cells speaks of those of 1 km. */
export const sideOf = ({ id: [first] }: { readonly id: readonly string[] }): CellSide =>
  first === undefined ? '1 km' : cellSide(first);

/** The words of figures for cells with this side: those of another grid are not called cells of 1 km. */
export const cellWords = (words: Words, of: CellSide): Words => {
  if (of === '1 km') return words;
  const figures = withSide(words.figures, of) as Words['figures'];
  if (of !== null) return { ...words, figures };
  const { legendNote } = figures;
  return { ...words, figures: { ...figures, legendNote: { ...legendNote, cells: legendNote.otherCells } } };
};
