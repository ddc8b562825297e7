import { useQuery } from '@tanstack/react-query';
import type { VenueSuggestionsResponse } from '#core/contract/envelope.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import { apiBase, apiQuery } from '../../api.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import { useDataWords } from './words.ts';

/** How many pairs of venues may be one place and wait for somebody to decide, and the table to decide in. */
export const UndecidedMatches = () => {
  const language = useLanguage();
  const text = useDataWords();
  const path = `${apiBase}/venue-suggestions`;
  const pairs = useQuery(apiQuery<VenueSuggestionsResponse>(path, language)).data?.result.undecided;
  if (pairs === undefined) return null;
  if (pairs.length === 0) return <p>{text.noUndecided}</p>;
  return (
    <p>
      {fill(text.undecided, { count: formatNumber(language, pairs.length) })}{' '}
      <a href={`${path}?f=csv&lang=${language}`}>{text.undecidedTable}</a>
    </p>
  );
};
