import { useEffect, useState } from 'react';

const minuteMs = 60_000;

/** The present time, renewed each minute but only when the minute has changed the hour: lists ask by full hours. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow((before) => {
        const after = new Date();
        return before.getUTCHours() === after.getUTCHours() ? before : after;
      });
    }, minuteMs);
    return () => window.clearInterval(timer);
  }, []);
  return now;
};
