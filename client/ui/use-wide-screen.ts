import { useSyncExternalStore } from 'react';

/** From here on list and map stand beside each other; the same number stands in the style sheets. */
const query = '(min-width: 56rem)';

const subscribe = (listener: () => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

/** True on a screen wide enough for two columns. */
export const useWideScreen = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
