import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const query = '(prefers-color-scheme: dark)';

/** The reader's colour scheme, kept up to date while the page is open. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}

function subscribe(onChange: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
}

const currentTheme = (): Theme => (matchMedia(query).matches ? 'dark' : 'light');
