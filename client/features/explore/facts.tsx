import type { ReactNode } from 'react';

export interface Fact {
  readonly term: string;
  /** Null and '' leave the fact out. Say "not stated" in words where its absence matters. */
  readonly value: ReactNode;
}

/** Terms with their values; on a narrow screen one under the other. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts
      .filter(({ value }) => value !== null && value !== '')
      .map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

/** A link out of the map, shown by its host; only http and https are links, anything else stays text. */
export const OutsideLink = ({ url }: { url: string }) => {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return url;
  return (
    <a href={url} rel="noreferrer">
      {parsed.hostname}
    </a>
  );
};
