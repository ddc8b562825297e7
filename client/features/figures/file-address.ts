import type { Language } from '#core/language/routes.ts';

/** Address of a kept figure's file in a language. */
export const fileAddress = (file: string, language: Language): string =>
  `${file}${file.includes('?') ? '&' : '?'}lang=${language}`;
