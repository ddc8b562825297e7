import { useWords } from '../ui/language-context.tsx';
import { Failed } from '../ui/status.tsx';

/** The other language could not be fetched: said in the one that is here. */
export const WordsMissing = ({ onRetry }: { onRetry: () => void }) => {
  const [title, detail] = useWords().shell.offline;
  return <Failed problem={{ title, detail, faults: [] }} onRetry={onRetry} />;
};
