import { useSyncExternalStore } from 'react';
import type { Theme } from '#core/map/theme.ts';

const darkScheme = '(prefers-color-scheme: dark)';

/** The reader's colour scheme, followed while the page is open. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, currentTheme);

const subscribe = (onChange: () => void) => {
  const list = matchMedia(darkScheme);
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
};

const currentTheme = (): Theme => (matchMedia(darkScheme).matches ? 'dark' : 'light');
