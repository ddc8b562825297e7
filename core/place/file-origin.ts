/** Where fetched files came from; travels with them into the import. */
export interface FileOrigin {
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Address of the file; of several, the page where a person finds them. */
  readonly url: string;
  /** ISO 8601 day on which the first of them arrived. */
  readonly retrievedAt: string;
}

/** What is known of one fetched file. */
export interface FetchedFile extends FileOrigin {
  readonly landingPage: string;
}

const joined = (values: readonly string[]): string => [...new Set(values)].join(', ');

/** The origin of files that are imported together; null unless every one of them was fetched. */
export const joinOrigins = (files: readonly (FetchedFile | null)[]): FileOrigin | null => {
  const known = files.filter((file) => file !== null);
  const [first] = known;
  if (first === undefined || known.length < files.length) return null;
  return {
    title: joined(known.map(({ title }) => title)),
    publisher: joined(known.map(({ publisher }) => publisher)),
    licence: joined(known.map(({ licence }) => licence)),
    // Of several files one page says more than many addresses.
    url: known.length === 1 ? first.url : first.landingPage,
    retrievedAt: known.map(({ retrievedAt }) => retrievedAt.slice(0, 10)).sort()[0] ?? '',
  };
};
