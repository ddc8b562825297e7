import { type DataPageWords, dataPageWords } from '#core/language/data-page.ts';
import { useLanguage } from '../../ui/language-context.tsx';

export const useDataWords = (): DataPageWords => dataPageWords[useLanguage()];
