/** Whether the server answered the last call; the shell shows a banner while it did not. */
let isLost = false;
const listeners = new Set<() => void>();

const set = (next: boolean) => {
  if (isLost === next) return;
  isLost = next;
  for (const listener of listeners) listener();
};

export const reportAnswer = () => set(false);
export const reportNoAnswer = () => set(true);

/** For `useSyncExternalStore`. */
export const connection = {
  isLost: () => isLost,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
