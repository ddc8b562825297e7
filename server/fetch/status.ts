import type { Answer } from './ask.ts';
import { FetchFailure } from './failure.ts';

/** Answers of hosts that let people in and scripts not, or nobody without a reason that a script cannot give. */
const refusals: readonly number[] = [401, 402, 403, 405, 406, 407, 412, 418, 451];

/** Seconds or a date of `Retry-After`, in milliseconds from now; null when nothing usable is said. */
export const retryAfterMs = (text: string | undefined, nowMs: number): number | null => {
  if (text === undefined) return null;
  if (/^\d{1,7}$/.test(text.trim())) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
};

/** @throws FetchFailure for every answer that brings no file. */
export const checkStatus = ({ status, message, address }: Answer, nowMs: number): void => {
  if (status === 200) return;
  message.destroy();
  const { host } = address;
  const url = `${address.origin}${address.pathname}`;
  const values = { host, status, url };
  if (refusals.includes(status)) throw new FetchFailure('refused', { values });
  if (status === 404 || status === 410) throw new FetchFailure('gone', { values });
  if (status === 429 || status === 503) {
    const wait = retryAfterMs(message.headers['retry-after'], nowMs);
    const seconds = Math.ceil((wait ?? 60_000) / 1000);
    throw new FetchFailure('busy', { values: { ...values, seconds }, isPassing: true, retryAfterMs: wait });
  }
  if (status === 408 || status >= 500) throw new FetchFailure('server-error', { values, isPassing: true });
  throw new FetchFailure('unexpected-status', { values });
};
