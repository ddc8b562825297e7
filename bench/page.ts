import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { printFigures, say } from './print.ts';

const folder = new URL('../client/dist/', import.meta.url);
const aimKb = 130;

/** Script that the first screen loads before anything is asked for: what `index.html` names, gzip level 9. */
export async function firstScreen(): Promise<void> {
  const html = await readFile(new URL('index.html', folder), 'utf8').catch(() => null);
  if (html === null) {
    say('\nFirst screen: the page is not built: npm run build');
    return;
  }
  const names = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].flatMap(([, name]) => name ?? []);
  const sizes = await Promise.all(
    names.map(async (name) => ({
      name,
      kb: gzipSync(await readFile(new URL(name, folder)), { level: 9 }).length / 1000,
    })),
  );
  const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
  printFigures('First screen without the map: script, gzip', [
    ...sizes.map(({ name, kb }) => ({ what: name, value: `${kb.toFixed(1)} kB` })),
    { what: 'together', value: `${total.toFixed(1)} kB`, aim: `under ${aimKb} kB`, isMet: total < aimKb },
  ]);
}
