import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '#core/problem.ts';
import { warmFigures } from '#server/jobs/warm-figures.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('draws one figure a while after the start, and a failure is nobody’s business', async () => {
  const preview = vi.fn(() => Promise.reject(new Problem('unavailable')));
  warmFigures({ preview });
  expect(preview).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(preview).toHaveBeenCalledTimes(1);
});

it('draws nothing once the server ends', async () => {
  const preview = vi.fn(() => Promise.resolve('<svg/>'));
  warmFigures({ preview })();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(preview).not.toHaveBeenCalled();
});
