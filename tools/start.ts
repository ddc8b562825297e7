import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../server/main.ts';

const root = join(import.meta.dirname, '..');
const built = join(root, 'client/dist/index.html');
/** Beside the built page: which sources it was built from. */
const stamp = join(root, 'client/dist/.built-from');

/** Everything the page is made of; the lockfile stands for the libraries. */
const sources = ['client/**/*', 'core/**/*.ts', 'package-lock.json', 'tsconfig.json'];

const isFile = (file: string) => /\.[a-z0-9]+$/.test(file) && !/^client[\\/]dist[\\/]/.test(file);

/** Hash of all sources of the page. */
const hashSources = (): string => {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).filter(isFile).sort()) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
};

const runVite = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const child = spawn(process.execPath, [vite, 'build', 'client', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The page could not be built (vite ended with ${code}).`)),
    );
  });

/** Builds the page unless it is already built from these very sources. */
export const buildClient = async (): Promise<void> => {
  const hash = hashSources();
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  process.stdout.write('Building the page (only after a change) ...\n');
  await runVite();
  writeFileSync(stamp, hash);
};

if (process.argv[1] === import.meta.filename) {
  // The database opens while the page is built.
  const client = buildClient();
  client.catch(() => undefined);
  await main(client);
}
