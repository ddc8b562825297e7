import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { timed } from './measure.ts';
import { printFigures, seconds } from './print.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const aimKb = 130;

/**
 * The page, built anew: how long that takes (a part of the first `npm start`, beside the first start of the
 * server), and the script that its first screen loads before anything is asked for.
 */
export async function firstScreen(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-page-'));
  try {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const build = ['build', 'client', '--logLevel', 'error', '--emptyOutDir', '--outDir', folder];
    const { milliseconds } = await timed(() =>
      promisify(execFile)(process.execPath, [vite, ...build], { cwd: root }),
    );
    const sizes = await scriptSizes(pathToFileURL(`${folder}/`));
    const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
    printFigures('First screen without the map: script, gzip', [
      { what: 'building the page', value: seconds(milliseconds) },
      ...sizes.map(({ name, kb }) => ({ what: name, value: `${kb.toFixed(1)} kB` })),
      { what: 'together', value: `${total.toFixed(1)} kB`, aim: `under ${aimKb} kB`, isMet: total < aimKb },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What `index.html` names and preloads, and the words in Latvian, which are fetched by themselves; gzip level 9. */
async function scriptSizes(folder: URL): Promise<{ name: string; kb: number }[]> {
  const html = await readFile(new URL('index.html', folder), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].flatMap(([, name]) => name ?? []);
  const words = (await readdir(new URL('assets/', folder))).filter((name) => /^lv-.*\.js$/.test(name));
  const names = [...named, ...words.map((name) => `assets/${name}`)];
  return Promise.all(
    names.map(async (name) => {
      const script = await readFile(new URL(name, folder));
      return { name, kb: gzipSync(script, { level: 9 }).length / 1000 };
    }),
  );
}
