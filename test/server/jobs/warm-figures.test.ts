import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '#core/problem.ts';
import { warmFigures } from '#server/jobs/warm-figures.ts';

const { promises, delay } = vi.hoisted(() => ({
  promises: { waited: 0 },
  delay: async (ms: number, _: unknown, { signal }: { signal: AbortSignal }) => {
    signal.throwIfAborted();
    promises.waited += ms;
  },
}));
vi.mock('node:timers/promises', () => ({ setTimeout: delay }));

beforeEach(() => {
  promises.waited = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});

const run = (signal = new AbortController().signal) => ({
  versions: [],
  day: '2026-07-10',
  tell: () => undefined,
  signal,
});

it('draws one figure a while after the start; what a figure lacks is nobody’s business', async () => {
  const preview = vi.fn(() => Promise.reject(new Problem('unavailable')));
  await warmFigures({ preview }).run(run());
  expect(preview).toHaveBeenCalledTimes(1);
  expect(promises.waited).toBeGreaterThan(1_000);
});

it('tells of what should never happen', async () => {
  const preview = () => Promise.reject(new Error('no font'));
  await expect(warmFigures({ preview }).run(run())).rejects.toThrow('no font');
});

it('draws nothing once the server ends', async () => {
  const preview = vi.fn(() => Promise.resolve('<svg/>'));
  await expect(warmFigures({ preview }).run(run(AbortSignal.abort()))).rejects.toThrow();
  expect(preview).not.toHaveBeenCalled();
});
