import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildClient } from './start.ts';

/** The server, restarted on change, and Vite, which serves the page and passes the API on to the server. */
const root = join(import.meta.dirname, '..');
const commands: readonly (readonly string[])[] = [
  ['--watch', '--watch-preserve-output', 'server/main.ts'],
  ['node_modules/vite/bin/vite.js', 'client'],
];

// The server also answers with the built page, so one has to be there.
await buildClient();

const children: readonly ChildProcess[] = commands.map((command) =>
  spawn(process.execPath, [...command], { cwd: root, stdio: 'inherit' }),
);

const end = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
for (const child of children) child.once('exit', end);
