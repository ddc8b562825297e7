/** What an importer says, in every language; `{name}` stands for a value. */
export type Sentences<Code extends string> = Readonly<
  Record<Code, { readonly lv: string; readonly en: string }>
>;

/** Keeps the codes of a family apart as types, so that only what has words can be said. */
export const sentences = <Code extends string>(family: Sentences<Code>): Sentences<Code> => family;
