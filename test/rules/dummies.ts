/**
 * One dummy member for each row of "One obvious place for each new thing" in ARCHITECTURE.md: exactly the
 * files and lines that the row names. Applied to a copy of the sources, never to the sources.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Edit {
  readonly file: string;
  /** The text is put behind these, each looked for behind the one before; none is the beginning; null is a new file. */
  readonly after: readonly string[] | null;
  readonly text: string | ((read: (file: string) => string) => string);
}

/** What a row asks for, by the name of the part that could be forgotten. */
type Dummy = Readonly<Record<string, readonly Edit[]>>;

const file = (name: string, text: Edit['text']): Edit => ({ file: name, after: null, text });
const line = (name: string, after: readonly string[], text: string): Edit => ({ file: name, after, text });
const top = (name: string, text: string): Edit => line(name, [], text);
const bothLanguages = (edit: (words: string) => readonly Edit[]) => ({
  'Latvian words': edit('core/language/lv.ts'),
  'English words': edit('core/language/en.ts'),
});

interface Options {
  readonly without?: string;
  /** Several dummies of one thing fit into one copy under names of their own. */
  readonly name?: string;
}

/** Writes a dummy into the copy in `root`. @throws Error where an anchor is gone. */
export function add(root: string, thing: Thing, { without, name }: Options = {}): void {
  const dummy: Dummy = things[thing];
  const usual = thing === 'importer' ? 'settlements' : 'dummy';
  const rename = (text: string) =>
    name === undefined
      ? text
      : text.replaceAll(usual, name).replaceAll(usual.toUpperCase(), name.toUpperCase());
  if (without !== undefined && !(without in dummy)) throw new Error(`a ${thing} has no part "${without}"`);
  for (const [part, edits] of Object.entries(dummy)) {
    if (part === without) continue;
    for (const { file, after, text } of edits) {
      const added =
        typeof text === 'string' ? text : text((other) => readFileSync(join(root, other), 'utf8'));
      write(root, rename(file), after, rename(added));
    }
  }
}

function write(root: string, name: string, after: readonly string[] | null, text: string): void {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  const old = after === null ? '' : readFileSync(path, 'utf8');
  let at = 0;
  for (const anchor of after ?? []) {
    const found = old.indexOf(anchor, at);
    if (found < 0) throw new Error(`${name} has no "${anchor}" any more: mend test/rules/dummies.ts`);
    at = found + anchor.length;
  }
  writeFileSync(path, old.slice(0, at) + text + old.slice(at));
}

const measure: Dummy = {
  code: [
    file(
      'core/access/dummy.ts',
      `import type { Measure } from './measure.ts';
import { nearest } from './nearest.ts';

/** A measure to try the house with. */
export const dummy: Measure = { ...nearest, id: 'dummy' };
`,
    ),
  ],
  id: [line('core/access/answer.ts', ['measureIds = ['], "'dummy', ")],
  list: [
    top('core/access/index.ts', "import { dummy } from './dummy.ts';\n"),
    line('core/access/index.ts', ['Measure } = {'], '\n  dummy,'),
  ],
  ...bothLanguages((words) => [
    line(words, ['\n  measures: {'], "\n    dummy: 'Dummy',"),
    line(words, ['\n  figures: {', '\n    titles: {'], "\n      dummy: '{nearest} {mode}',"),
    line(words, ['\n    subtitles: {', '\n      parishes: {'], "\n        dummy: 'Dummy',"),
    line(words, ['\n    subtitles: {', '\n      cells: {'], "\n        dummy: 'Dummy',"),
  ]),
  'page shown': [
    line(
      'client/method-text.tsx',
      ['Promise<{ default: string }>>> = {'],
      "\n  dummy: () => import('../docs/methods/dummy.md?raw'),",
    ),
  ],
  page: [
    file('docs/methods/dummy.md', (read) =>
      read('docs/methods/nearest.md').replace('nearest.ts', 'dummy.ts'),
    ),
  ],
};

const importer: Dummy = {
  code: [
    file(
      'server/import/settlements.ts',
      `import { Problem } from '#core/problem.ts';
import type { Importer } from './importer.ts';

/** An importer to try the house with. */
export const settlements: Importer = () => Promise.reject(new Problem('bad-import'));
`,
    ),
  ],
  name: [line('core/place/provenance.ts', ['userDatasets = ['], "'settlements', ")],
  list: [
    top('server/import/index.ts', "import { settlements } from './settlements.ts';\n"),
    line('server/import/index.ts', ['Importer } = {'], ' settlements,'),
  ],
  datasets: [
    line('core/place/source-datasets.ts', ['DatasetName[]>> = {'], "\n  settlements: ['settlements'],"),
  ],
  recognised: [line('server/import/recognise.ts', ['=> boolean>> = {'], '\n  settlements: () => false,')],
  licence: [
    line(
      'geodata/SOURCES.md',
      ['| dataset | importer | licence | origin |\n| --- | --- | --- | --- |\n'],
      '| settlements | `server/import/settlements.ts` | as for venues | the name of the file |\n',
    ),
  ],
  template: [file('geodata/templates/settlements.csv', 'name\n')],
  columns: [top('docs/import.md', 'Start from `geodata/templates/settlements.csv`.\n')],
};

const layer: Dummy = {
  code: [
    file(
      'core/map/layers/dummy.ts',
      `import type { MapLayer } from './layer.ts';
import { sea } from './sea.ts';

/** A layer to try the house with. */
export const dummy: MapLayer = {
  id: 'dummy',
  style: (theme, language) => sea.style(theme, language).map((layer) => ({ ...layer, id: \`dummy-\${layer.id}\` })),
  draw: sea.draw,
};
`,
    ),
  ],
  list: [
    top('core/map/layers/index.ts', "import { dummy } from './dummy.ts';\n"),
    line('core/map/layers/index.ts', ['MapLayer[] = ['], '\n  dummy,'),
  ],
  'golden figure': [
    line('test/figures/golden/nearest-cells-lv.svg', ['<g id="land">'], '</g><g id="dummy">'),
  ],
};

const word: Dummy = bothLanguages((words) => [line(words, ['\n  common: {'], "\n    dummy: 'Dummy',")]);

const language: Dummy = {
  words: [file('core/language/lt.ts', (read) => read('core/language/en.ts').replace('const en', 'const lt'))],
  list: [
    top('core/language/index.ts', "import { lt } from './lt.ts';\n"),
    line('core/language/index.ts', ['Words>> = {'], ' lt,'),
  ],
  name: [line('core/language/routes.ts', ["languages = ['lv', 'en'"], ", 'lt'")],
  addresses: ['events', 'event', 'venue', 'territory', 'access', 'figures', 'figure', 'about'].map((page) =>
    line('core/language/routes.ts', [`\n  ${page}: {`], ` lt: '/lt/${page}',`),
  ),
  numbers: [
    line('core/language/format.ts', ['locales: Readonly<Record<Language, string>> = {'], " lt: 'lt',"),
  ],
  dates: [
    line(
      'core/language/dates.ts',
      ['const months: Readonly<Record<Language, readonly string[]>> = {'],
      '\n  lt: [],',
    ),
    line(
      'core/language/dates.ts',
      ['const weekdays: Readonly<Record<Language, readonly string[]>> = {'],
      '\n  lt: [],',
    ),
  ],
};

const endpoint: Dummy = {
  contract: [
    file(
      'core/contract/dummy.ts',
      `import { z } from 'zod';
import { endpoint, json } from './define.ts';

export const dummy = endpoint({
  path: '/api/v1/dummy',
  summary: 'An address to try the house with',
  formats: json(z.object({ answer: z.literal('dummy') })),
  datasets: [],
});
`,
    ),
  ],
  'contract list': [
    top('core/contract/index.ts', "import { dummy } from './dummy.ts';\n"),
    line('core/contract/index.ts', ['endpoints = {'], '\n  dummy,'),
  ],
  handler: [
    file(
      'server/http/dummy.ts',
      `import type { Endpoints } from '#core/contract/index.ts';
import { type Handler, jsonBody } from './call.ts';

export const dummy: Handler<Endpoints['dummy']> = () => jsonBody({ answer: 'dummy' });
`,
    ),
  ],
  'handler list': [
    top('server/http/index.ts', "import { dummy } from './dummy.ts';\n"),
    line('server/http/index.ts', ['Handler<Endpoints[Name]> } = {'], '\n  dummy,'),
  ],
};

const collection: Dummy = {
  contract: [
    file(
      'core/contract/features/dummy.ts',
      `import { z } from 'zod';
import { provenance } from './common.ts';

export const dummyProperties = z.object({ kind: z.string(), ...provenance });
`,
    ),
  ],
  'contract list': [
    top('core/contract/features/index.ts', "import { dummyProperties } from './dummy.ts';\n"),
    line(
      'core/contract/features/index.ts',
      ['export const collections = {'],
      `
  dummy: { properties: dummyProperties, filters: {}, sortables: [], dataset: 'landcover', alsoFrom: [] },`,
    ),
  ],
  source: [
    line(
      'server/http/features/index.ts',
      ['sources: Sources = {'],
      `
  dummy: source(
    false,
    (data, query) => data.listLandcover(query),
    (data, id) => data.getLandcover(id),
    (row: LandcoverArea) => ({
      id: row.id,
      geometry: row.geometry,
      properties: { kind: row.kind, ...provenanceOf(row) },
      ...timeless,
    }),
  ),`,
    ),
  ],
  'test of its query': [
    line(
      'test/queries/reads.ts',
      ['CollectionId]: Reads } = {'],
      '\n  dummy: { list: (data, query) => data.listLandcover(query), get: (data, id) => data.getLandcover(id) },',
    ),
  ],
  ...bothLanguages((words) => [
    line(
      words,
      ['\n  collections: {', '\n    list: {'],
      `\n      dummy: ['Dummy in ${words}', 'A collection to try the house with.'],`,
    ),
  ]),
};

const table: Dummy = {
  migration: [
    file(
      'migrations/9999-dummy.ts',
      `import { type Kysely, sql } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql\`create table dummy (id text primary key)\`.execute(db);
};
`,
    ),
  ],
  'migration list': [
    top('migrations/index.ts', "import { up as dummy } from './9999-dummy.ts';\n"),
    line('migrations/index.ts', ['up: firstTables },'], "\n  '9999-dummy': { up: dummy },"),
  ],
  declaration: [
    file(
      'server/db/tables/dummy.ts',
      `import { text } from './column.ts';

/** A table to try the house with. */
export const dummy = { id: text() };
`,
    ),
  ],
  'declaration list': [
    top('server/db/tables/index.ts', "import { dummy } from './dummy.ts';\n"),
    line('server/db/tables/index.ts', ['tables = {'], '\n  dummy,'),
  ],
};

const screen: Dummy = {
  page: [
    file(
      'client/features/dummy/page.tsx',
      `import { PageHeading } from '../../ui/page-heading.tsx';

/** A page to try the house with. */
const DummyPage = () => <PageHeading title="Dummy" />;

export default DummyPage;
`,
    ),
  ],
  name: [line('core/language/routes.ts', ['type PageName = '], "'dummy' | ")],
  addresses: [
    line(
      'core/language/routes.ts',
      ['Record<PageName, Readonly<Record<Language, string>>>> = {'],
      "\n  dummy: { lv: '/dummy', en: '/en/dummy' },",
    ),
  ],
  route: [
    line(
      'client/app/routes.tsx',
      ['Record<PageName, Route>> = {'],
      "\n  dummy: { load: () => import('../features/dummy/page.tsx') },",
    ),
  ],
  door: [
    line('client/app/shell.tsx', ["'events' | 'access' | 'figures' | 'about'>> = {"], "\n  dummy: 'about',"),
  ],
  head: [line('server/http/pages/texts.ts', ["    case 'events':\n"], "    case 'dummy':\n")],
  ...bothLanguages((words) => [
    line(
      words,
      ['\n  collections: {', '\n    pages: {'],
      "\n      dummy: ['Dummy', 'A page to try the house with.'],",
    ),
  ]),
  journey: [top('test/journeys/planner.test.ts', "// '/dummy'\n")],
};

const setting: Dummy = {
  config: [
    line('server/config.ts', ['export interface Config {'], '\n  readonly dummy: string;'),
    line('server/config.ts', ['readConfig', '\n  return {'], "\n    dummy: read('DUMMY') ?? '',"),
  ],
  default: [line('test/queries/postgres.test.ts', ['readConfig({})).toEqual({'], "\n      dummy: '',")],
  README: [line('README.md', ['| name | default | meaning |\n|---|---|---|\n'], '| `DUMMY` | | |\n')],
};

export const things = {
  measure,
  importer,
  layer,
  word,
  language,
  endpoint,
  collection,
  table,
  screen,
  setting,
} satisfies Record<string, Dummy>;
export type Thing = keyof typeof things;
