/** One line of the report. `aim` is what the figure should be, in words; `isMet` whether it is. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly aim?: string;
  readonly isMet?: boolean;
}

export const say = (line = '') => process.stdout.write(`${line}\n`);

/** Prints figures in columns under a title. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  say(`\n${title}`);
  const width = Math.max(...figures.map(({ what }) => what.length));
  const valueWidth = Math.max(...figures.map(({ value }) => value.length));
  for (const { what, value, aim, isMet } of figures) {
    const verdict = aim === undefined ? '' : `   ${isMet ? 'met   ' : 'MISSED'} aim: ${aim}`;
    say(`  ${what.padEnd(width)}  ${value.padStart(valueWidth)}${verdict}`);
  }
}

export const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
export const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
export const times = (ratio: number) => `${ratio.toFixed(ratio < 10 ? 1 : 0)} x`;
