import { defineConfig } from 'vitest/config';

// Generous, because a machine may be busy: a limit here only ends what hangs.
const project = (name: string, include: string, more: object = {}) => ({
  test: { name, include: [include], testTimeout: 120_000, hookTimeout: 240_000, ...more },
});

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      project('core', 'test/core/**/*.test.ts'),
      project('queries', 'test/queries/**/*.test.ts'),
      project('server', 'test/server/**/*.test.ts'),
      project('client', 'test/client/**/*.test.{ts,tsx}', { environment: 'happy-dom' }),
      project('figures', 'test/figures/**/*.test.ts'),
      project('rules', 'test/rules/**/*.test.ts'),
      // The same files once more on a real PostgreSQL: needs TEST_DATABASE_URL, fails without it.
      project('postgis', 'test/{queries,server}/**/*.test.ts', { env: { TEST_ON: 'postgis' } }),
      project('journeys', 'test/journeys/**/*.test.ts', {
        testTimeout: 240_000,
        globalSetup: 'test/journeys/build-page.ts',
      }),
    ],
  },
});
