/** Every sort of double quotation mark, in pairs, as Latvian writes them in running text. */
const pairQuotes = (text: string): string => {
  let isOpen = false;
  return text.replace(/["„“”«»‟]/g, () => {
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  });
};

/**
 * A name as one line: line breaks, tabs and runs of spaces become one space, quotation marks “such”; a quotation mark
 * without its fellow goes.
 */
export const tidyName = (text: string): string => {
  const line = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim();
  const quoted = pairQuotes(line);
  const open = quoted.split('“').length;
  const closed = quoted.split('”').length;
  return open === closed ? quoted : quoted.replace(/[“”]/g, '').replace(/ {2,}/g, ' ').trim();
};

/** A web address that a page may link to; null for anything else. */
export const webAddress = (text: string): string | null => {
  const [first = ''] = text.split(/[\s,;]+/);
  const address = /^https?:\/\//i.test(first) ? first : `https://${first}`;
  const isGood = URL.canParse(address) && /^https?:\/\/[^\s/@]+\.[^\s/@]{2,}(\/\S*)?$/i.test(address);
  return isGood ? address : null;
};

/** "LV-0271", "LV-BAUMB"; null for what is none (ISO 15511: a prefix, a hyphen, up to 11 signs). */
export const readIsil = (text: string): string | null => {
  const isil = text.replace(/\s/g, '').toUpperCase();
  return /^[A-Z]{1,4}-[A-Z0-9:/-]{1,11}$/.test(isil) ? isil : null;
};

/** Remarks in a name that say it is no more. */
const gone = /\s*[([–-]?\s*(slēgta|slēgts|likvidēta|likvidēts|nedarbojas)\s*[)\]]?$/iu;

/** Name without a remark on the status, and whether there was one. */
export const withoutStatus = (name: string): { readonly name: string; readonly isClosed: boolean } => {
  const rest = name.replace(gone, '').trim();
  return rest === '' || rest === name ? { name, isClosed: false } : { name: rest, isClosed: true };
};
