import { createContext, type ReactNode, use, useMemo } from 'react';
import type { Words } from '#core/language/index.ts';
import { type NamedRegion, wordsOfRegion } from '#core/language/region-words.ts';
import type { Language } from '#core/language/routes.ts';
import { wordsOf } from './words.ts';

const LanguageContext = createContext<Language>('lv');
/** Null outside the page, where nobody knows the region. */
const WordsContext = createContext<Words | null>(null);

interface LanguageProviderProps {
  readonly language: Language;
  /** What the page speaks of, once the server has said it. */
  readonly region?: NamedRegion | undefined;
  readonly children: ReactNode;
}

/** Language and region of everything inside; the shell takes the language from the address. */
export const LanguageProvider = ({ language, region, children }: LanguageProviderProps) => {
  const base = wordsOf(language);
  const words = useMemo(
    () => (region === undefined ? base : wordsOfRegion(base, language, region)),
    [base, language, region],
  );
  return (
    <LanguageContext value={language}>
      <WordsContext value={words}>{children}</WordsContext>
    </LanguageContext>
  );
};

export const useLanguage = (): Language => use(LanguageContext);

export const useWords = (): Words => use(WordsContext) ?? wordsOf(use(LanguageContext));
