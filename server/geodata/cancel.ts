import { tell } from './words.ts';

/** Exit code of a command that Ctrl+C ended. */
const interrupted = 130;

/**
 * Does work that Ctrl+C cancels: then it takes back what it began, says so and ends with 130. Whoever presses
 * twice does not want to wait for that; what is left is swept up at the next start.
 */
export const cancellable = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const cancel = new AbortController();
  const onInterrupt = () => {
    if (cancel.signal.aborted) process.exit(interrupted);
    cancel.abort(new Error('cancelled'));
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    return await work(cancel.signal);
  } catch (error) {
    if (!cancel.signal.aborted) throw error;
    process.stderr.write(`${tell('cancelled')}\n`);
    return process.exit(interrupted);
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
};
