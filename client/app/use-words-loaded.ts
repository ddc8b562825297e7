import { useCallback, useEffect, useState } from 'react';
import type { Language } from '#core/language/routes.ts';
import { hasWords, loadWords } from '../ui/words.ts';

/**
 * The language the page can be drawn in: the wanted one as soon as its words are there, until then the one before.
 * `isFailed` while the wanted words could not be had.
 */
export const useWordsLoaded = (wanted: Language) => {
  const [shown, setShown] = useState<Language>(wanted);
  const [isFailed, setIsFailed] = useState(false);
  const load = useCallback(() => {
    setIsFailed(false);
    loadWords(wanted).then(
      () => setShown(wanted),
      () => setIsFailed(true),
    );
  }, [wanted]);
  useEffect(() => {
    if (!hasWords(wanted)) load();
  }, [wanted, load]);
  return {
    language: hasWords(wanted) ? wanted : shown,
    isFailed: isFailed && !hasWords(wanted),
    retry: load,
  };
};
