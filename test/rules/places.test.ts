/**
 * The table "One obvious place for each new thing" of ARCHITECTURE.md, held true: in copies of the sources a
 * dummy of each thing is added, once whole and once for each part without that part, and whoever the table
 * says complains must do so in words that lead to the place. Nothing is written into the sources themselves.
 *
 * Not here, because it needs a database: test/queries/schema.test.ts compares migrations with declared tables.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { add, type Thing, things } from './dummies.ts';

type Checker = 'tsc' | 'knip' | 'rules';

/** A thing without one of its parts, who complains, and what must be in one line of the complaint. */
type Case = readonly [thing: Thing, without: string, complains: Checker, line: RegExp];

/** A part that everybody else asks for: the others say it is not there. NAME stands for the dummy. */
const askedFor: readonly Case[] = [
  ['measure', 'list', 'tsc', /^core\/access\/index\.ts.*'NAME' is missing/],
  ['measure', 'English words', 'tsc', /^core\/language\/en\.ts.*'NAME' is missing/],
  ['measure', 'page shown', 'tsc', /^client\/method-text\.tsx.*'NAME' is missing/],
  ['measure', 'page', 'rules', /write docs\/methods\/NAME\.md/],
  ['importer', 'list', 'tsc', /^server\/import\/index\.ts.*'NAME' is missing/],
  ['importer', 'datasets', 'tsc', /^core\/place\/source-datasets\.ts.*'NAME' is missing/],
  ['importer', 'recognised', 'tsc', /^server\/import\/recognise\.ts.*'NAME' is missing/],
  ['importer', 'licence', 'rules', /write a row "\| NAME \|.*into geodata\/SOURCES\.md/],
  ['importer', 'template', 'rules', /write geodata\/templates\/NAME\.csv/],
  ['importer', 'columns', 'rules', /describe geodata\/templates\/NAME\.csv in docs\/import\.md/],
  ['layer', 'list', 'knip', /core\/map\/layers\/NAME\.ts/],
  ['layer', 'golden figure', 'rules', /give the layer "NAME" something to draw.*npm run bless/],
  ['word', 'English words', 'tsc', /^core\/language\/en\.ts.*'NAME' is missing/],
  ['endpoint', 'handler list', 'tsc', /^server\/http\/index\.ts.*'NAME' is missing/],
  ['collection', 'source', 'tsc', /^server\/http\/features\/index\.ts.*'NAME' is missing/],
  ['collection', 'test of its query', 'tsc', /^test\/queries\/reads\.ts.*'NAME' is missing/],
  ['collection', 'English words', 'tsc', /^core\/language\/en\.ts.*'NAME' is missing/],
  ['table', 'migration list', 'knip', /migrations\/9999-NAME\.ts/],
  ['table', 'declaration list', 'knip', /server\/db\/tables\/NAME\.ts/],
  ['screen', 'addresses', 'tsc', /^core\/language\/routes\.ts.*'NAME' is missing/],
  ['screen', 'route', 'tsc', /^client\/app\/routes\.tsx.*'NAME' is missing/],
  ['screen', 'door', 'tsc', /^client\/app\/shell\.tsx.*'NAME' is missing/],
  ['screen', 'head', 'tsc', /^server\/http\/pages\/texts\.ts.*ending return/],
  ['screen', 'English words', 'tsc', /^core\/language\/en\.ts.*'NAME' is missing/],
  ['screen', 'journey', 'rules', /visit \/NAME or \/en\/NAME in test\/journeys/],
  ['setting', 'README', 'rules', /write a row "\| `SETTINGREADME` \|.*into README\.md/],
  ['setting', 'config', 'rules', /nothing reads SETTINGCONFIG that README\.md describes/],
];

/** A part that speaks to others: it says that it is not expected, or they that it is not to be found. */
const announced: readonly Case[] = [
  ['measure', 'code', 'tsc', /^core\/access\/index\.ts.*Cannot find module '\.\/NAME\.ts'/],
  ['measure', 'id', 'tsc', /^core\/access\/NAME\.ts.*"NAME"' is not assignable/],
  ['measure', 'Latvian words', 'tsc', /^core\/language\/en\.ts.*'NAME' does not exist/],
  ['importer', 'code', 'tsc', /^server\/import\/index\.ts.*Cannot find module '\.\/NAME\.ts'/],
  ['importer', 'name', 'tsc', /^server\/import\/index\.ts.*'NAME' does not exist/],
  ['layer', 'code', 'tsc', /^core\/map\/layers\/index\.ts.*Cannot find module '\.\/NAME\.ts'/],
  ['word', 'Latvian words', 'tsc', /^core\/language\/en\.ts.*'NAME' does not exist/],
  ['endpoint', 'contract', 'tsc', /^core\/contract\/index\.ts.*Cannot find module '\.\/NAME\.ts'/],
  ['endpoint', 'contract list', 'tsc', /^server\/http\/index\.ts.*'NAME' does not exist/],
  ['endpoint', 'handler', 'tsc', /^server\/http\/index\.ts.*Cannot find module '\.\/NAME\.ts'/],
  [
    'collection',
    'contract',
    'tsc',
    /^core\/contract\/features\/index\.ts.*Cannot find module '\.\/NAME\.ts'/,
  ],
  ['collection', 'contract list', 'tsc', /^server\/http\/features\/index\.ts.*'NAME' does not exist/],
  ['collection', 'Latvian words', 'tsc', /^server\/http\/collections\.ts.*NAME/],
  ['table', 'migration', 'tsc', /^migrations\/index\.ts.*Cannot find module '\.\/9999-NAME\.ts'/],
  ['table', 'declaration', 'tsc', /^server\/db\/tables\/index\.ts.*Cannot find module '\.\/NAME\.ts'/],
  [
    'screen',
    'page',
    'tsc',
    /^client\/app\/routes\.tsx.*Cannot find module '\.\.\/features\/NAME\/page\.tsx'/,
  ],
  ['screen', 'name', 'tsc', /^client\/app\/routes\.tsx.*'NAME' does not exist/],
  ['screen', 'Latvian words', 'tsc', /^core\/language\/en\.ts.*'NAME' does not exist/],
];

/** Importers are named by a dataset; every other dummy by what it is and lacks. */
const datasets: Readonly<Record<string, string>> = {
  list: 'territories',
  datasets: 'codes',
  recognised: 'addresses',
  licence: 'timetable',
  template: 'settlements',
  columns: 'landcover',
  code: 'streets',
  name: 'settlements',
};
const nameOf = (thing: Thing, without: string): string =>
  thing === 'importer'
    ? (datasets[without] ?? '')
    : `${thing}${without.replace(/(^| )(\w)/g, (_, __, letter: string) => letter.toUpperCase())}`;

const copied = [
  ...['bench', 'client', 'core', 'docs', 'geodata', 'migrations', 'server', 'test', 'tools'],
  ...['.gitignore', 'README.md', 'knip.json', 'package.json', 'tsconfig.json', 'vitest.config.ts'],
];

/** The sources in a folder of their own, with the packages of this one. */
function copySources(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'culture-map-places-')));
  const isWanted = (path: string) => !['dist', 'model'].includes(basename(path));
  for (const name of copied) cpSync(name, join(root, name), { recursive: true, filter: isWanted });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** One thread for each tsc: three of them take half the time that way on two cores. */
const commands: Readonly<Record<Checker, readonly string[]>> = {
  tsc: ['tsc', '-p', '.', '--pretty', 'false', '--singleThreaded'],
  knip: ['knip', '--include', 'files'],
  rules: ['vitest', 'run', '--project', 'rules', 'test/rules/families.test.ts', 'test/rules/methods.test.ts'],
};

/** What the checker says in the copy; empty where it is content. */
function ask(checker: Checker, root: string): Promise<string> {
  const [command = '', ...options] = commands[checker];
  const ours = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|FORCE_COLOR)/.test(name));
  const env = { ...Object.fromEntries(ours), NO_COLOR: '1' };
  return new Promise((settle, fail) => {
    const child = spawn(command, options, { cwd: root, env, shell: process.platform === 'win32' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    child.on('error', fail);
    child.on('close', (code) => settle(code === 0 ? '' : said));
  });
}

type Answers = Readonly<Partial<Record<Checker, string>>>;

async function askAll(root: string, checkers: readonly Checker[]): Promise<Answers> {
  const said = await Promise.all(
    checkers.map(async (checker) => [checker, await ask(checker, root)] as const),
  );
  return Object.fromEntries(said);
}

/** The language is tried as a whole below; the others need a database: schema.test.ts and postgres.test.ts. */
const triedElsewhere = [
  ...Object.keys(things.language).map((part) => `language: ${part}`),
  'setting: default',
];

const all = Object.keys(things) as Thing[];
const copies = { whole: copySources(), asked: copySources(), told: copySources() };
const answers: Record<string, Answers> = {};

beforeAll(async () => {
  for (const thing of all) if (thing !== 'language') add(copies.whole, thing);
  for (const [thing, without] of askedFor)
    add(copies.asked, thing, { without, name: nameOf(thing, without) });
  add(copies.told, 'language');
  for (const [thing, without] of announced)
    add(copies.told, thing, { without, name: nameOf(thing, without) });
  const [whole, asked, told] = await Promise.all([
    askAll(copies.whole, ['tsc', 'knip', 'rules']),
    askAll(copies.asked, ['tsc', 'knip', 'rules']),
    askAll(copies.told, ['tsc']),
  ]);
  Object.assign(answers, { whole, asked, told });
}, 180_000);
afterAll(() => {
  for (const root of Object.values(copies)) rmSync(root, { recursive: true });
});

const complaint = (copy: keyof typeof copies, checker: Checker): string[] =>
  answers[copy]?.[checker]?.split('\n') ?? [];

describe('a dummy of each thing', () => {
  it.each(['tsc', 'rules'] as const)('pleases %s when nothing is forgotten', (checker) => {
    expect(answers.whole?.[checker]).toBe('');
  });

  it('pleases knip when nothing is forgotten', () => {
    expect(complaint('whole', 'knip').filter((line) => /dummy|settlements/.test(line))).toEqual([]);
  });

  it('is tried without each of its parts', () => {
    const tried = [...askedFor, ...announced].map(([thing, without]) => `${thing}: ${without}`);
    const parts = all.flatMap((thing) => Object.keys(things[thing]).map((part) => `${thing}: ${part}`));
    expect([...tried, ...triedElsewhere].sort()).toEqual(parts.sort());
  });
});

describe.each([
  ['asked', askedFor],
  ['told', announced],
] as const)('what is forgotten and %s', (copy, cases) => {
  it.each(cases)('%s without %s is noticed by %s', (thing, without, checker, line) => {
    const expected = new RegExp(line.source.replaceAll('NAME', nameOf(thing, without)));
    const said = complaint(copy, checker);
    const found = said.filter((text) => expected.test(text));
    expect(found, `nobody says ${expected}, but\n${said.slice(0, 60).join('\n')}`).not.toEqual([]);
  });
});

describe('a third language', () => {
  it.each(['core/language/lt.ts', 'client/features/figures', 'server/figures'])(
    'does not compile in %s',
    (place) => {
      const said = complaint('told', 'tsc').filter((text) => text.startsWith(place));
      expect(said.join('\n')).toMatch(/'?lt'?/);
    },
  );
});
