import type { JsonLd } from '#core/offer/jsonld.ts';

/** What the server itself says of a page: its head for links and search engines, its essentials as text. */
export interface PageText {
  readonly title: string;
  readonly description: string;
  /** Label and value, in the order in which they are read. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly jsonLd: readonly JsonLd[];
  /** Absolute address of a picture of the page, or null. */
  readonly image: string | null;
  /** Id under which the same page is found now; absent where it is the one asked for. */
  readonly nowAt?: string;
}

export const textOnly = (title: string, description: string): PageText => ({
  title,
  description,
  facts: [],
  jsonLd: [],
  image: null,
});
