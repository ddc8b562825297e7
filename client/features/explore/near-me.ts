import { useSyncExternalStore } from 'react';
import type { LonLat } from '#core/place/units.ts';

/**
 * The reader's own position, or the address she named as her home. It lives in this variable and nowhere else: not in the address, not in any
 * storage, not in a request. Closing the page forgets it.
 */
export type NearMe =
  | { readonly state: 'off' | 'asking' }
  | { readonly state: 'failed'; readonly reason: 'denied' | 'unavailable' }
  | {
      readonly state: 'known';
      readonly lonLat: LonLat;
      /** Of an address; null where the device knows where it is. */
      readonly name: string | null;
    };

let current: NearMe = { state: 'off' };
const listeners = new Set<() => void>();

const set = (next: NearMe) => {
  current = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useNearMe = (): NearMe => useSyncExternalStore(subscribe, () => current);

const denied = 1;

/** Asks the browser once; a village-sized answer is enough, so the quick, coarse way is asked for. */
export const findMe = (): void => {
  if (!('geolocation' in navigator)) {
    set({ state: 'failed', reason: 'unavailable' });
    return;
  }
  set({ state: 'asking' });
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => set({ state: 'known', lonLat: [coords.longitude, coords.latitude], name: null }),
    (error) => set({ state: 'failed', reason: error.code === denied ? 'denied' : 'unavailable' }),
    { enableHighAccuracy: false, timeout: 10_000, maximumAge: 10 * 60_000 },
  );
};

/** An address she chose, which nobody else learns of. */
export const liveAt = (name: string, lonLat: LonLat): void => set({ state: 'known', lonLat, name });

export const forgetMe = (): void => set({ state: 'off' });
