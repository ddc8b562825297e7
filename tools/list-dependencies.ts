/**
 * Prints the table of docs/dependencies.md from the lock file: every package that ships, its version
 * and its licence. Run it after a dependency changed: `node tools/list-dependencies.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const page = 'docs/dependencies.md';
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const root = lock.packages[''] ?? {};
const text = readFileSync(page, 'utf8');
const readByHand = JSON.parse(/<!--read-by-hand (.*?)-->/s.exec(text)?.[1] ?? '{}') as Record<string, string>;
const rows = Object.keys({ ...root.dependencies, ...root.optionalDependencies })
  .sort()
  .map((name) => {
    const entry = lock.packages[`node_modules/${name}`];
    return `| ${name} | ${entry?.version ?? ''} | ${readByHand[name] ?? entry?.license ?? 'unknown'} |`;
  });
const table = ['| package | version | licence |', '|---|---|---|', ...rows].join('\n');
writeFileSync(page, text.replace(/<!--table-->.*<!--\/table-->/s, `<!--table-->\n${table}\n<!--/table-->`));
