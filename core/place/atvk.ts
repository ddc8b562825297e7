/**
 * Codes of administrative units (ATVK) are 7 digits kept as text. Two generations exist whose numbers say
 * nothing about each other: 2009-2021 (parish 0900248) and since 2021-07-01 (parish 0052xxx).
 */
export type AtvkGeneration = '2009' | '2021';

/** The day on which the second generation began. */
export const reformDay = '2021-07-01';

/** First and last day of a generation; null: still in force. */
export const generationSpan: Readonly<Record<AtvkGeneration, { from: string; to: string | null }>> = {
  '2009': { from: '2009-07-01', to: '2021-06-30' },
  '2021': { from: reformDay, to: null },
};

/**
 * Seven digits from what files make of them: "LV0900248", "900248", 900248; null for what is no code. Numbers
 * lose the zeros before them, so up to seven digits are filled up.
 */
export function atvkCode(text: string | number | boolean | null | undefined): string | null {
  const digits = String(text ?? '')
    .trim()
    .replace(/^LV/i, '')
    .replace(/\.0+$/, '');
  return /^\d{4,7}$/.test(digits) ? digits.padStart(7, '0') : null;
}

/** State cities of 2009-2021 whose codes look like municipalities since 2021. */
const alsoOfToday: ReadonlySet<string> = new Set(['0010000', '0050000', '0090000']);

/**
 * Which generation a code is of: since 2021 the first two digits are 00 (ATVK 2021, structure of the code), before
 * only in three codes of state cities, which may be of either: null.
 */
export function generationOf(code: string): AtvkGeneration | null {
  if (alsoOfToday.has(code)) return null;
  return code.startsWith('00') ? '2021' : '2009';
}

/** The generation of most of the codes of one list; null where none says. */
export function generationOfMost(codes: Iterable<string>): AtvkGeneration | null {
  const count = { '2009': 0, '2021': 0 };
  for (const code of codes) {
    const generation = generationOf(code);
    if (generation !== null) count[generation] += 1;
  }
  if (count['2009'] === count['2021']) return null;
  return count['2009'] > count['2021'] ? '2009' : '2021';
}

/** One row of the classifier: a unit under its municipality for a stretch of time. */
export interface TerritoryCode {
  readonly code: string;
  readonly generation: AtvkGeneration;
  /** 0 country, 1 region, 3 municipality or state city, 4 town or parish. */
  readonly level: number;
  readonly name: string;
  readonly parentCode: string | null;
  readonly validFrom: string | null;
  /** Null: in force. */
  readonly validTo: string | null;
  /** Codes of what it was before, and of what it became: of either generation. */
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
}
