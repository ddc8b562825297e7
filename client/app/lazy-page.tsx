import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/language-context.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { Failed, Loading } from '../ui/status.tsx';

export type Page = ComponentType<{ readonly id: string }>;

export type LoadPage = () => Promise<{ readonly default: Page }>;

/**
 * A page whose code is fetched when it is first opened. Unlike `React.lazy` it can try again: a page opened
 * while the connection was lost is there once the connection is back. `name` tells the pages apart.
 */
export const LazyPage = ({ name, load, id }: { name: string; load: LoadPage; id: string }) => {
  const { shell } = useWords();
  const { data, isError, refetch } = useQuery({
    queryKey: ['page', name],
    queryFn: load,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    retry: false,
  });
  if (data) return <data.default id={id} />;
  if (!isError) return <Loading />;
  const [title, detail] = shell.offline;
  return (
    <div className="page">
      <PageHeading title={title} />
      <Failed problem={{ title, detail, faults: [] }} onRetry={() => void refetch()} />
      {/* After an update of the server its old files are gone; only the whole page anew helps then. */}
      <Button onClick={() => window.location.reload()}>{shell.reload}</Button>
    </div>
  );
};
