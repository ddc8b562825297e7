import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name) && !name.includes('node_modules') && !name.startsWith('dist'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

const shipped = ['core', 'server', 'client', 'migrations'].flatMap(sources);

/** Lines of code (not of comment) that match, outside the files allowed to. */
const offenders = (pattern: RegExp, allowed: RegExp, files = shipped) =>
  files
    .filter((file) => !allowed.test(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .map((line, index) => ({
          line: line.replace(/\/\/.*|^\s*\*.*|\/\*.*\*\//, ''),
          at: `${file}:${index + 1}`,
        }))
        .filter(({ line }) => pattern.test(line))
        .map(({ at }) => at),
    );

describe('invariants of the house', () => {
  it('finds the sources it is to look at', () => {
    expect(shipped.length).toBeGreaterThan(100);
  });

  it('reads the environment in server/config.ts only', () => {
    expect(offenders(/process\.env/, /^server\/config\.ts$|^client\/vite\.config\.ts$/)).toEqual([]);
  });

  it('keeps clock and chance out of core', () => {
    expect(offenders(/Date\.now\(|new Date\(\)|Math\.random|performance\.now/, /^(?!core\/)/)).toEqual([]);
  });

  it('stores nothing on a visitor: no cookies, no local storage', () => {
    expect(offenders(/document\.cookie|localStorage|sessionStorage|indexedDB|res\.cookie\(/, /^$/)).toEqual(
      [],
    );
  });

  it('asks for nothing from strangers: no third-party address is ever fetched', () => {
    expect(offenders(/(fetch|import)\(\s*['"`]https?:/, /^$/)).toEqual([]);
  });

  it('nests folders at most three deep', () => {
    expect(shipped.filter((file) => file.split('/').length > 4)).toEqual([]);
  });

  it('locks versions without download addresses', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
  });
});
