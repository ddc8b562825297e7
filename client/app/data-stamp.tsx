import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatDate } from '#core/language/dates.ts';
import { fill } from '#core/language/format.ts';
import { pagePath } from '#core/language/routes.ts';
import { aboutQuery } from '../api.ts';
import { Badge, ModelBadge } from '../ui/badge.tsx';
import { useLanguage, useWords } from '../ui/language-context.tsx';

/** The data's newest date and whether they are model data: at the head of every page. */
export const DataStamp = () => {
  const language = useLanguage();
  const { shell } = useWords();
  const { data } = useQuery(aboutQuery(language));
  if (!data) return <span className="data-stamp" />;
  const newest = data.dataVersions
    .map((version) => version.retrievedAt)
    .sort()
    .at(-1);
  return (
    <Link href={pagePath('about', language)} className="data-stamp">
      {data.isModel ? <ModelBadge /> : <Badge>{shell.officialData}</Badge>}
      {newest ? <span>{fill(shell.dataStamp, { date: formatDate(language, newest) })}</span> : null}
    </Link>
  );
};
