import { readWall, writeWall } from '#core/offer/local-time.ts';

const isoDate = /^(\d{4})-(\d{1,2})-(\d{1,2})\.?$/;
const latvianDate = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?$/;

/** "2026-12-05" or "05.12.2026." as "2026-12-05"; null when it is no day. */
export const readDay = (text: string): string | null => {
  const iso = isoDate.exec(text);
  const latvian = latvianDate.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : latvian ? [latvian[3], latvian[2], latvian[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(readWall(`${written}T00:00`)) ? null : written;
};

/** "19:00", "19.00", "9:30" as "19:00"; null when it is no time of day. */
export const readTime = (text: string): string | null => {
  const match = /^(\d{1,2})[:.](\d{2})(?::00)?$/.exec(text);
  const written = match === null ? '' : `${(match[1] ?? '').padStart(2, '0')}:${match[2]}`;
  return Number.isNaN(readWall(`2000-01-01T${written}`)) ? null : written;
};

/**
 * Day and time in one cell: "2026-12-05 19:00", "2026-12-05T19:00", "05.12.2026. 19:00". A missing day or
 * time is taken from what is given besides; null when there is none or it does not fit.
 */
export const readMoment = (
  text: string,
  besides: { readonly day: string | null; readonly time: string | null },
): string | null => {
  const [first = '', second = ''] = text.trim().split(/[\sT]+/);
  const day = readDay(first);
  const time = readTime(day === null ? first : second);
  if ((day === null && time === null) || (second !== '' && (day === null || time === null))) return null;
  const moment = `${day ?? besides.day ?? ''}T${time ?? besides.time ?? ''}`;
  return Number.isNaN(readWall(moment)) ? null : writeWall(readWall(moment));
};
