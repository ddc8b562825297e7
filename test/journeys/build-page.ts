import { execFileSync } from 'node:child_process';

/** Builds the page as it ships, once for all stories: two builds at a time would take each other's files away. */
export const setup = () => {
  execFileSync('vite', ['build', 'client', '-c', 'client/vite.config.ts', '--logLevel', 'error'], {
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
};
