/** `npm run geodata -- fetch` as a person runs it, against a publisher on this machine. */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Imitation, imitate } from '../../imitation-server.ts';

let server: Imitation;
let folder: string;
beforeAll(async () => {
  server = await imitate();
  folder = mkdtempSync(join(tmpdir(), 'culture-map-command-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const geodata = (...args: string[]) =>
  new Promise<{ code: number | null; output: string }>((resolve) => {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      DATA_DIR: join(folder, 'data'),
      LANG: 'en_GB.UTF-8',
      LC_ALL: 'en_GB.UTF-8',
    };
    delete env.DATABASE_URL;
    const child = spawn(process.execPath, ['server/geodata.ts', ...args], { env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => resolve({ code, output }));
  });

/** The shipped list of sources, with the files of one of them at our publisher. */
const sourcesWith = (
  id: string,
  files: readonly { file: string; path: string; content: string }[],
): string => {
  const list = JSON.parse(readFileSync('geodata/sources.json', 'utf8')) as { sources: { id: string }[] };
  const sources = list.sources.map((source) =>
    source.id !== id
      ? source
      : {
          ...source,
          downloads: files.map(({ file, path, content }) => ({
            file,
            from: { kind: 'address', url: `${server.url}${path}` },
            content,
            mostMegabytes: 5,
          })),
        },
  );
  const path = join(folder, `sources-${id}.json`);
  writeFileSync(path, JSON.stringify({ sources }));
  return path;
};

const feed = (): Uint8Array =>
  zipSync(
    Object.fromEntries(
      globSync('geodata/timetable/*.txt').map((name) => [basename(name), readFileSync(name)]),
    ),
  );

describe('the command that fetches', () => {
  it('tells what there is to fetch when nothing is named, and asks for nothing', async () => {
    const { code, output } = await geodata('fetch');
    expect(code).toBe(0);
    expect(output).toMatch(/^kisc-objects: List of culture objects – .*CC0 1\.0.*not fetched yet$/m);
    expect(output).toMatch(/^geostat: .*by hand only$/m);
  });

  it('puts the file into the folder of downloads, and says so; a second time nothing is new', async () => {
    const sources = sourcesWith('gtfs', [{ file: 'model.zip', path: '/gtfs.zip', content: 'zip' }]);
    server.serve('/gtfs.zip', { body: feed(), type: 'application/zip' });
    const first = await geodata('fetch', 'gtfs', '--sources', sources);
    expect(first.output).toMatch(/model\.zip: here, .* MB, SHA-256 [0-9a-f]{12}/);
    expect(first.code).toBe(0);
    expect(existsSync(join(folder, 'data/downloads/gtfs/model.zip'))).toBe(true);
    expect(server.asked[0]?.headers['user-agent']).toMatch(/^TukumsCultureMap\/\d/);
    const again = await geodata('fetch', 'gtfs', '--sources', sources);
    expect(again.output).toMatch(/nothing newer, the same since \d{4}-\d\d-\d\d/);
    expect((await geodata('fetch')).output).toMatch(/^gtfs: .*not fetched yet$/m);
  });

  it('brings it in with --import, with its licence, day and address', async () => {
    const sources = sourcesWith('gtfs', [{ file: 'model.zip', path: '/gtfs.zip', content: 'zip' }]);
    server.serve('/gtfs.zip', { body: feed(), type: 'application/zip' });
    const { code, output } = await geodata('fetch', 'gtfs', '--import', '--sources', sources);
    expect(output).toMatch(/^timetable\/\S+: [\d,]+ rows, version \d+/m);
    expect(code).toBe(0);
    const today = new Date().toISOString().slice(0, 10);
    const { output: listed } = await geodata('list');
    const line = listed.split('\n').find((each) => each.startsWith('timetable/')) ?? '';
    expect(line).toContain(`${server.url}/gtfs.zip`);
    expect(line).toContain(today);
    expect(listed).not.toMatch(/^timetable\/shipped/m);
  });

  it('says in clear words what to do where scripts are not let in, and ends with a fault', async () => {
    server.serve('/shut.csv', { body: '<html>', fails: { status: 403 } });
    const sources = sourcesWith('kisc-objects', [{ file: 'o.csv', path: '/shut.csv', content: 'csv' }]);
    const { code, output } = await geodata('fetch', 'kisc-objects', '--sources', sources, '--import');
    expect(code).toBe(1);
    expect(output).toMatch(/does not give this file to scripts \(answer 403\)/);
    expect(output).toMatch(/Page: https:\/\/data\.gov\.lv/);
    expect(output).toMatch(/By hand: Open the page in a browser/);
    expect(output).not.toMatch(/at .*\.ts:\d/);
  });

  it('names a source that is got by hand, one that does not exist, and a list that is none', async () => {
    const byHand = await geodata('fetch', 'geostat');
    expect(byHand.code).toBe(1);
    expect(byHand.output).toMatch(/is got by hand/);
    const unknown = await geodata('fetch', 'kisc', '--to', join(folder, 'elsewhere'));
    expect(unknown.code).toBe(1);
    expect(unknown.output).toMatch(/kisc-objects/);
    const none = await geodata('fetch', 'osm', '--sources', 'package.json');
    expect(none.code).toBe(1);
    expect(none.output).toMatch(/sources/);
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
  });
});
