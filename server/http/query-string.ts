import { Problem } from '#core/problem.ts';

/** Text of a percent-encoded part of an address. @throws Problem `bad-query` for broken encoding, broken UTF-8 and NUL. */
export function decode(text: string, field: string): string {
  const expected = 'UTF-8, percent-encoded';
  try {
    const decoded = decodeURIComponent(text);
    if (!decoded.includes('\0')) return decoded;
  } catch {
    // Falls through to the refusal: a URIError names nothing that the reader could mend.
  }
  throw new Problem('bad-query', { faults: [{ field, fault: 'malformed', expected }] });
}

/**
 * Parameters of a query string, in their order. Stricter than the usual parsers: a parameter given twice,
 * brackets read as nesting or a broken encoding would otherwise be guessed at.
 * @throws Problem `bad-query`
 */
export function parseQueryString(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const [rawName = '', ...rest] = pair.replaceAll('+', '%20').split('=');
    const name = decode(rawName, 'query');
    if (found.has(name)) throw new Problem('bad-query', { faults: [{ field: name, fault: 'repeated' }] });
    found.set(name, decode(rest.join('='), name));
  }
  return found;
}
