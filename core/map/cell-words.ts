import type { Words } from '../language/index.ts';

type Tree = string | { readonly [key: string]: Tree } | readonly Tree[];

/** "1 km cell", "1 km šūna": the side of a square, before the word for a cell. */
const side = /1[ \u00a0]km (?=cell|šūn)/g;

const withoutSide = (words: Tree): Tree => {
  if (typeof words === 'string') return words.replace(side, '');
  if (Array.isArray(words)) return words.map(withoutSide);
  return Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, withoutSide(inner)]));
};

/** The words of figures for these cells: those of another grid are not called cells of 1 km. */
export const cellWords = (words: Words, areSquares: boolean): Words => {
  if (areSquares) return words;
  const figures = withoutSide(words.figures) as Words['figures'];
  const { legendNote } = figures;
  return { ...words, figures: { ...figures, legendNote: { ...legendNote, cells: legendNote.otherCells } } };
};
