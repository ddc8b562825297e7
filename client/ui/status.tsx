import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { useWords } from './language-context.tsx';
import type { ProblemView } from './problem.ts';

/** Waiting for the first content. Stays unseen for a moment, so that quick answers do not flicker. */
export const Loading = ({ label }: { label?: string }) => {
  const { shell } = useWords();
  return (
    <p className="status status-loading" role="status">
      {label ?? shell.loading}
    </p>
  );
};

/** Nothing fits: says so and offers a way out. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="status status-empty" role="status">
    <p className="status-title">{title}</p>
    {children}
  </div>
);

/** It did not work: says why in the problem's own words and offers to try again. */
export const Failed = ({ problem, onRetry }: { problem: ProblemView; onRetry?: () => void }) => {
  const { shell } = useWords();
  return (
    <div className="status status-failed" role="alert">
      <p className="status-title">{problem.title}</p>
      <p>{problem.detail}</p>
      {problem.faults.length > 0 ? (
        <ul>
          {problem.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      ) : null}
      {onRetry ? <Button onClick={onRetry}>{shell.retry}</Button> : null}
    </div>
  );
};
