import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Envelope } from '#core/contract/envelope.ts';
import { isoDay } from '#core/language/dates.ts';
import type { Language } from '#core/language/routes.ts';
import type { DayKind, TimetableAnswer } from '#core/transit/timetable-answer.ts';
import { apiBase, apiQuery } from '../api.ts';
import { useLanguage } from '../ui/language-context.tsx';

type Days = TimetableAnswer['days'];
type Day = Days[number];

/** What the timetable covers; its result is null where there is none. */
const timetableQuery = (language: Language) =>
  apiQuery<Envelope<TimetableAnswer | null>>(`${apiBase}/timetable`, language);

export const useTimetable = (isWanted = true) =>
  useQuery({ ...timetableQuery(useLanguage()), enabled: isWanted });

/**
 * The next day of a kind on which anything runs, from today on; where all such days are past, the first one. Null
 * where the timetable has none.
 */
export const nextOfKind = (days: Days, kind: DayKind, today: string): string | null => {
  const such = days.filter((day) => day.kind === kind && day.trips > 0);
  return (such.find(({ date }) => date >= today) ?? such[0])?.date ?? null;
};

/** The day that stands for everyday life: a school day, else any on which something runs. */
export const usualDay = (days: Days, today: string): string | null =>
  nextOfKind(days, 'school-day', today) ??
  nextOfKind(days, 'weekday', today) ??
  days.find(({ date, trips }) => trips > 0 && date >= today)?.date ??
  days.find(({ trips }) => trips > 0)?.date ??
  null;

/** Kind and trips of a date; null outside the timetable. */
export const findDay = (days: Days, date: string): Day | null =>
  days.find((day) => day.date === date) ?? null;

/**
 * Puts a date into a view that has none but needs one, so that its link means the same day tomorrow. `set` is told
 * once the timetable is there.
 */
export const useUsualDay = (isNeeded: boolean, set: (date: string) => void): void => {
  const days = useTimetable(isNeeded).data?.result?.days;
  const usual = isNeeded && days ? usualDay(days, isoDay(new Date())) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `set` may be a new function on every render.
  useEffect(() => {
    if (usual !== null) set(usual);
  }, [usual]);
};
