/** What the compiler cannot ask of a new member of a family: its picture, its story, its words in the papers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages, type PageName, pagePaths } from '#core/language/routes.ts';
import { layers } from '#core/map/layers/index.ts';
import { userDatasets } from '#core/place/provenance.ts';
import { readConfig } from '#server/config.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const readAll = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => read(`${folder}/${name}`))
    .join('\n');

describe.each(userDatasets)('the importer of %s', (dataset) => {
  it('has a row with its licence in geodata/SOURCES.md', () => {
    const file = `server/import/${dataset}.ts`;
    const row = read('geodata/SOURCES.md')
      .split('\n')
      .find((line) => line.startsWith(`| ${dataset} | \`${file}\` |`));
    expect(
      row,
      `write a row "| ${dataset} | \`${file}\` | licence | ... |" into geodata/SOURCES.md`,
    ).toBeDefined();
    expect(row?.split('|')[3]?.trim(), `state the licence of ${dataset} in geodata/SOURCES.md`).not.toBe('');
  });

  it('has a template and a description of its columns', () => {
    const template = `geodata/templates/${dataset}.csv`;
    expect(existsSync(template), `write ${template}`).toBe(true);
    expect(read('docs/import.md'), `describe ${template} in docs/import.md`).toContain(`\`${template}\``);
  });
});

describe('map layers', () => {
  /** A figure shows a whole region; the way of one home is a matter of the screen. */
  const onScreenOnly = ['way'];
  const drawings = readAll('test/figures/golden', '.svg');

  it.each(layers.map(({ id }) => id))('%s is in a golden figure', (id) => {
    const isDrawn = drawings.includes(`<g id="${id}"`);
    const message = `give the layer "${id}" something to draw in test/figures/fixture.ts, look at the figure, npm run bless`;
    expect(isDrawn, message).toBe(!onScreenOnly.includes(id));
  });
});

describe('screens', () => {
  const journeys = readAll('test/journeys', '.test.ts');

  it.each(Object.keys(pagePaths) as PageName[])('%s is visited in a journey', (page) => {
    const addresses = languages.map((language) => pagePaths[page][language]);
    const isVisited = addresses.some((address) =>
      new RegExp(`["'\`]${address.endsWith(':id') ? address.slice(0, -3) : `${address}(?![\\w/-])`}`).test(
        journeys,
      ),
    );
    expect(isVisited, `visit ${addresses.join(' or ')} in test/journeys`).toBe(true);
  });
});

describe('settings', () => {
  const asked = new Set<string>();
  readConfig(new Proxy<Record<string, undefined>>({}, { get: (_, name) => void asked.add(String(name)) }));
  const described = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);

  it.each([...asked])('%s has a row in README.md', (name) => {
    expect(described, `write a row "| \`${name}\` | default | meaning |" into README.md`).toContain(name);
  });

  it('are all still read that README.md describes', () => {
    const unread = described.filter((name) => !asked.has(name ?? ''));
    expect(unread, `nothing reads ${unread.join()} that README.md describes`).toEqual([]);
  });
});
