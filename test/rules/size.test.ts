import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { languages } from '#core/language/routes.ts';

/** What a phone must load before it shows the first list, gzipped. MapLibre comes after it. */
const firstScreenBudgetKb = 130;

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'culture-map-size-'));
let manifest: Record<string, ManifestChunk> = {};

// In a process of its own: under the test runner NODE_ENV would bring React's development build.
beforeAll(() => {
  execFileSync('vite', ['build', 'client', '-c', 'client/vite.config.ts', '--manifest', '--outDir', folder], {
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
  manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as typeof manifest;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** A chunk with everything it imports at once. */
const withImports = (key: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) withImports(next, seen);
  return seen;
};

const gzipKb = (keys: Iterable<string>) =>
  [...keys]
    .map((key) => manifest[key]?.file ?? '')
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length / 1000, 0);

it.each(languages)(
  `loads less than ${firstScreenBudgetKb} kB of script before the first list: %s`,
  (language) => {
    const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? '';
    // The words of the one language are fetched by themselves, and nothing is shown before they are there.
    const words =
      Object.keys(manifest).find((key) => manifest[key]?.file.startsWith(`assets/${language}-`)) ?? '';
    expect(manifest[words]?.file).toMatch(/\.js$/);
    const first = withImports(words, withImports(entry));
    expect(gzipKb(first)).toBeLessThan(firstScreenBudgetKb);
    expect(gzipKb(first)).toBeGreaterThan(20);
    expect([...first].filter((key) => /maplibre/.test(key))).toEqual([]);
  },
);
