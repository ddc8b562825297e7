import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { pagePath } from '#core/language/routes.ts';
import { ApiFailure, problemView } from '../../request.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Failed, Loading } from '../../ui/status.tsx';

interface OneQuery<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
}

/** A page about one thing: waiting, not there, failed, or the thing itself. */
export const One = <T,>({ query, children }: { query: OneQuery<T>; children: (thing: T) => ReactNode }) => {
  const language = useLanguage();
  const { shell } = useWords();
  const { data, error, refetch } = query;
  if (data !== undefined) return children(data);
  if (!error) return <Loading />;
  const isAbsent = error instanceof ApiFailure && error.status === 404;
  const problem = problemView(error, language);
  return (
    <div className="page">
      <PageHeading title={isAbsent ? shell.notFound[0] : problem.title} />
      {isAbsent ? <p>{shell.notFound[1]}</p> : <Failed problem={problem} onRetry={() => void refetch()} />}
      <p>
        <Link href={pagePath('events', language)}>{shell.toEvents}</Link>
      </p>
    </div>
  );
};
