/** Both languages at hand from the start: the page itself fetches the one it is read in. */
import { words } from '#core/language/index.ts';
import { languages } from '#core/language/routes.ts';
import { keepWords } from '../../client/ui/words.ts';

for (const language of languages) keepWords(language, words[language]);
