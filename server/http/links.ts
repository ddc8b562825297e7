import type { Link } from '#core/contract/landing.ts';

/** Address with parameters; the order given is kept. */
export function addressOf(base: string, search: ReadonlyMap<string, string>): string {
  const text = [...search].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return text.length === 0 ? base : `${base}?${text.join('&')}`;
}

/** The same parameters with some set anew; null takes one away. */
export function withParameters(
  search: ReadonlyMap<string, string>,
  changes: Readonly<Record<string, string | null>>,
): ReadonlyMap<string, string> {
  const changed = new Map(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return changed;
}

/** RFC 8288 `Link` header of the same links that stand in the body. */
export const linkHeader = (links: readonly Link[]): string =>
  links
    .map(
      (link) => `<${link.href}>; rel="${link.rel}"${link.type === undefined ? '' : `; type="${link.type}"`}`,
    )
    .join(', ');
