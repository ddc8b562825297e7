import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { connection } from '../connection.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/language-context.tsx';

/** How often the page itself looks whether the server is back. */
const probeMs = 15_000;

/** Says that the server no longer answers, tries again by itself and on request; what is loaded stays. */
export const ConnectionBanner = () => {
  const { shell } = useWords();
  const queries = useQueryClient();
  const isLost = useSyncExternalStore(connection.subscribe, connection.isLost);
  const [wasLost, setWasLost] = useState(false);
  if (isLost && !wasLost) setWasLost(true);

  useEffect(() => {
    if (!isLost) return;
    const again = () => void queries.refetchQueries({ type: 'active' });
    const timer = window.setInterval(again, probeMs);
    window.addEventListener('online', again);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [isLost, queries]);

  return (
    <div role="status" className={isLost ? 'banner' : 'visually-hidden'}>
      {isLost ? (
        <>
          <span>{shell.lostConnection}</span>
          <Button onClick={() => void queries.refetchQueries({ type: 'active' })}>{shell.retry}</Button>
        </>
      ) : (
        wasLost && shell.connectionBack
      )}
    </div>
  );
};
