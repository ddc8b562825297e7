import { readFileSync } from 'node:fs';
import type { Waits } from './ask.ts';

export interface FetchSettings extends Waits {
  /** So often in a row without anything more arriving; then it is given up. */
  readonly mostAttempts: number;
  /** Altogether, also where a little more arrives each time. */
  readonly mostAttemptsInAll: number;
  /** Before the second attempt; doubled each time. */
  readonly firstPauseMs: number;
  /** Longer than this nobody waits for a server that asks for patience. */
  readonly mostPauseMs: number;
}

export const usualSettings: FetchSettings = {
  connectMs: 15_000,
  answerMs: 90_000,
  idleMs: 60_000,
  wholeMs: 2 * 3_600_000,
  mostAttempts: 5,
  mostAttemptsInAll: 40,
  firstPauseMs: 1000,
  mostPauseMs: 120_000,
};

interface Package {
  readonly version: string;
  readonly homepage?: string;
}

/** Says who asks, and where to complain if `package.json` names a page; never the name of a browser. */
export const userAgent = (): string => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version, homepage } = JSON.parse(text) as Package;
  return `TukumsCultureMap/${version} (${homepage === undefined ? 'open-data import' : `+${homepage}`})`;
};
