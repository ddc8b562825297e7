import { createContext, type ReactNode, use } from 'react';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { wordsOf } from './words.ts';

const LanguageContext = createContext<Language>('lv');

/** Language of everything inside; the shell takes it from the address. */
export const LanguageProvider = ({ language, children }: { language: Language; children: ReactNode }) => (
  <LanguageContext value={language}>{children}</LanguageContext>
);

export const useLanguage = (): Language => use(LanguageContext);

export const useWords = (): Words => wordsOf(use(LanguageContext));
