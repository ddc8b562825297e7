import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';

/** Words come by language: half of them would be fetched to be read by nobody. */
const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  lv: async () => (await import('#core/language/lv.ts')).lv,
  en: async () => (await import('#core/language/en.ts')).en,
};

const kept: Partial<Record<Language, Words>> = {};

export const keepWords = (language: Language, words: Words): void => {
  kept[language] = words;
};

export const hasWords = (language: Language): boolean => kept[language] !== undefined;

/** Fetches the words of a language once. Rejects when they cannot be had; calling again tries again. */
export const loadWords = async (language: Language): Promise<void> => {
  if (!hasWords(language)) keepWords(language, await loaders[language]());
};

/** Words of a language that is loaded: the page is drawn in no other. */
export const wordsOf = (language: Language): Words => {
  const words = kept[language];
  if (words === undefined) throw new Error(`the words of "${language}" are not loaded yet`);
  return words;
};
