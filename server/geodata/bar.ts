import { formatNumber } from '#core/language/format.ts';
import { words } from '#core/language/index.ts';
import type { ProgressStep } from '../context.ts';
import { language } from '../terminal.ts';

const width = 24;
/** Faster than anybody reads, slow enough to cost nothing. */
const pauseMs = 100;

/** What a person calls it: datasets by their names, files by theirs. */
const nameOf = (what: string): string => {
  const names: Readonly<Record<string, string>> = words[language].shell.aboutData.names;
  return names[what] ?? what;
};

const draw = ({ what, done, of }: ProgressStep): string => {
  const count = formatNumber(language, done);
  if (of === null || of === 0) return `${nameOf(what)}  ${count}`;
  const share = Math.min(1, done / of);
  const filled = Math.round(share * width);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${count} / ${formatNumber(language, of)}  ${nameOf(what)}`;
};

/** How far long work is, in one line of a terminal. */
export interface Bar {
  readonly step: (step: ProgressStep) => void;
  /** Takes the line away, before anything else is said. */
  readonly clear: () => void;
}

/** Draws on a terminal only: in a log, a pipe or a test it says nothing. */
export const createBar = (
  out: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'> = process.stderr,
  now: () => number = () => performance.now(),
): Bar => {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  return {
    step: (step) => {
      if (!out.isTTY || now() - drawnAt < pauseMs) return;
      drawnAt = now();
      isDrawn = true;
      out.write(`\r${draw(step).slice(0, (out.columns ?? 80) - 1)}\u001b[K`);
    },
    clear: () => {
      if (isDrawn) out.write('\r\u001b[K');
      isDrawn = false;
    },
  };
};
