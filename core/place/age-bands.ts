import type { TotalAge } from './population-total.ts';

/** Ages from one birthday up to, not including, another; Infinity where there is no upper one. */
export interface AgeSpan {
  readonly from: number;
  readonly below: number;
}

export const wholeLife: AgeSpan = { from: 0, below: Infinity };

/** The groups told apart. Working age as Eurostat has it; the age of retirement moves from year to year. */
export const ageBands: Readonly<Record<TotalAge, AgeSpan>> = {
  all: wholeLife,
  '0-14': { from: 0, below: 15 },
  '15-64': { from: 15, below: 65 },
  '65+': { from: 65, below: Infinity },
};

const patterns: readonly (readonly [RegExp, (a: number, b: number) => AgeSpan])[] = [
  [/^Y?(\d{1,3})$/, (age) => ({ from: age, below: age + 1 })],
  [/^Y?(\d{1,3})[-–_T](\d{1,3})$/, (from, to) => ({ from, below: to + 1 })],
  [/^(?:Y?_?(?:GE|OV)_?(\d{1,3})|Y?(\d{1,3})\+)$/, (from) => ({ from, below: Infinity })],
  [/^Y?_?LT_?(\d{1,3})$/, (to) => ({ from: 0, below: to })],
  [/^Y?_?LE_?(\d{1,3})$/, (to) => ({ from: 0, below: to + 1 })],
];

/** "Y16", "Y15-64", "Y_GE65", "65+", "Y_LT15", "TOTAL" as ages; null for any other code. */
export const ageSpanOf = (code: string): AgeSpan | null => {
  const text = code.trim().toUpperCase();
  if (/^(_?T|TOTAL|ALL|Y_TOTAL)$/.test(text)) return wholeLife;
  for (const [pattern, build] of patterns) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [a = 0, b = 0] = found
      .slice(1)
      .filter((part) => part !== undefined)
      .map(Number);
    const span = build(a, b);
    return span.below > span.from ? span : null;
  }
  return null;
};

/**
 * Spans that cover a band exactly, none twice, the longest first; null where the given spans leave a gap or
 * stand out: a group that is not whole is no figure.
 */
export const coverBand = (spans: readonly AgeSpan[], band: AgeSpan): readonly AgeSpan[] | null => {
  const byStart = Map.groupBy(spans, ({ from }) => from);
  const dead = new Set<number>();
  const walk = (from: number): readonly AgeSpan[] | null => {
    if (dead.has(from)) return null;
    const next = (byStart.get(from) ?? []).filter(({ below }) => below <= band.below);
    for (const span of next.toSorted((a, b) => b.below - a.below)) {
      if (span.below === band.below) return [span];
      const rest = walk(span.below);
      if (rest !== null) return [span, ...rest];
    }
    dead.add(from);
    return null;
  };
  return walk(band.from);
};
