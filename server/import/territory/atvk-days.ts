/**
 * A day as classifiers write it: "2021-07-01", "01.07.2021.", "20210701", with or without a time of day. Null for a
 * blank, undefined for what cannot be read; days and months are never guessed from "7/1/2021".
 */
export function dayOf(text: string): string | null | undefined {
  const plain = text
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}.*$/, '')
    .replace(/\.$/, '');
  if (plain === '') return null;
  const iso = /^(\d{4})[-.](\d{2})[-.](\d{2})$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const latvian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(plain);
  const [year, month, day] = iso?.slice(1) ?? latvian?.slice(1).toReversed() ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? undefined : date;
}
