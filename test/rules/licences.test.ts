import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const root = lock.packages[''] ?? {};
const listed = readFileSync('docs/dependencies.md', 'utf8');

/** Permissive licences, which the EUPL-1.2 can be combined with. */
const compatible =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib|OFL-1\.1|EDL-1\.0|Python-2\.0|MPL-2\.0|PostgreSQL|EUPL-1\.2|WTFPL)( (OR|AND) [\w.-]+)*\)?$/;

/** Packages whose manifest names no licence in the lock file; read by hand in the package itself. */
const readByHand: Record<string, string> = JSON.parse(
  /<!--read-by-hand (.*?)-->/s.exec(listed)?.[1] ?? '{}',
) as Record<string, string>;

const shipped = Object.entries(lock.packages)
  .filter(([path, entry]) => path !== '' && !entry.dev)
  .map(([path, entry]) => ({ name: path.replace(/^.*node_modules\//, ''), licence: entry.license }));

describe('licences', () => {
  it.each(shipped)('$name is compatible with the EUPL-1.2', ({ name, licence }) => {
    expect(readByHand[name] ?? licence ?? `no licence known for ${name}`).toMatch(compatible);
  });

  it.each(Object.keys({ ...root.dependencies, ...root.optionalDependencies }))('%s is listed', (name) => {
    expect(listed).toContain(`| ${name} |`);
  });
});

it('locks the packages of every platform, or npm ci refuses the file: run node tools/complete-lock.mjs', () => {
  const names = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const wanted = Object.values(lock.packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});
