import { fill, formatNumber, plural } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';

const minuteMs = 60_000;

/** Wall clock and day as an RFC 3339 text writes them, whatever the reader's own zone is. */
const readWall = (iso: string): Date => new Date(`${iso.slice(0, 19)}Z`);

/** An instant moved by minutes, written with the same offset: "2026-11-24T21:30:00+02:00". */
export const movedBy = (iso: string, minutes: number): string => {
  const moved = new Date(readWall(iso).getTime() + minutes * minuteMs);
  return `${moved.toISOString().slice(0, 19)}${iso.slice(19).replace(/^\.\d+/, '')}`;
};

/**
 * "17.42" in Latvian, "17:42" in English, by the clock of the place the text speaks of. Seconds are dropped, which
 * for a departure is the safe side; an arrival is rounded up, so that nobody is promised to be there sooner.
 */
export const clock = (language: Language, iso: string, round: 'down' | 'up' = 'down'): string => {
  const at = readWall(iso);
  const shown = round === 'up' ? new Date(Math.ceil(at.getTime() / minuteMs) * minuteMs) : at;
  return shown
    .toISOString()
    .slice(11, 16)
    .replace(':', language === 'lv' ? '.' : ':');
};

/** The clock of an arrival; says so when it falls on another day than the day it belongs to. */
export const clockAfter = (
  language: Language,
  iso: string,
  dayOf: string,
  transit: Words['transit'],
): string => {
  const time = clock(language, iso, 'up');
  return iso.slice(0, 10) === dayOf.slice(0, 10) ? time : fill(transit.nextDay, { time });
};

/** "45 min", "2 stundas", "1 h 30 min". */
export const durationText = (
  language: Language,
  minutes: number,
  { hours, hoursAndMinutes }: Words['transit'],
) => {
  const whole = Math.round(minutes);
  const [h, m] = [Math.floor(whole / 60), whole % 60];
  if (h === 0) return `${formatNumber(language, m)}\u00a0min`;
  return m === 0 ? plural(language, h, hours) : fill(hoursAndMinutes, { h, m });
};
