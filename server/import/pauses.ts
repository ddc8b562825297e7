import { setImmediate } from 'node:timers/promises';

/** Longest stretch of work between two pauses, in milliseconds. */
const stretchMs = 10;

/** For long work in small pieces: awaited between pieces, it lets requests have their turn when it is time. */
export const createPauses = (): (() => Promise<void>) => {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < stretchMs) return;
    await setImmediate();
    begun = performance.now();
  };
};
