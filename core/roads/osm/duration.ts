/**
 * Seconds of a `duration`: "20" minutes, "01:30", "01:30:15" or ISO 8601 "PT1H30M"; null for anything else.
 */
export function readDurationSeconds(text: string | undefined): number | null {
  const value = text?.trim() ?? '';
  if (/^\d{1,4}$/.test(value)) return Number(value) * 60;
  const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(value);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const iso = /^P(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)?$/.exec(value);
  if (iso === null) return null;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = iso;
  const total = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total > 0 ? total : null;
}
