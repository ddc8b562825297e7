import { findPage, type Language } from '#core/language/routes.ts';

/** Language of an address, also of one where no page lives, so that even this is said in the reader's language. */
export const languageOf = (path: string): Language =>
  findPage(path)?.language ?? (/^\/en(\/|$)/.test(path) ? 'en' : 'lv');
