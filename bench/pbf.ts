import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { timed } from './measure.ts';
import { writeTowns } from './pbf-file.ts';
import { type Figure, printFigures, say, seconds, times } from './print.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('./pbf-read.ts', import.meta.url));

/** The fastest reader of PBF files for Node on npm that we know of, installed for the moment only. */
const peerPackage = 'osm-pbf-parser-node@1.1.4';

interface Reading {
  readonly seen: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

const read = async (...what: readonly string[]): Promise<Reading> => {
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', child, ...what], {
    maxBuffer: 1 << 20,
  });
  return JSON.parse(stdout) as Reading;
};

/** The best of three, because other work on the machine only ever slows down. */
const best = async (...what: readonly string[]): Promise<Reading> => {
  const readings = [await read(...what), await read(...what), await read(...what)];
  return readings.reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a));
};

/** Entry of the peer; null when it could not be installed. */
async function installPeer(folder: string): Promise<string | null> {
  try {
    await run('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', peerPackage]);
    const { stdout } = await run(
      process.execPath,
      ['-e', "process.stdout.write(require.resolve('osm-pbf-parser-node'))"],
      { cwd: folder },
    );
    return stdout;
  } catch {
    return null;
  }
}

const megabytes = (bytes: number) => bytes / 1e6;
const rate = (bytes: number, { milliseconds }: Reading) => (megabytes(bytes) * 1000) / milliseconds;

/** The same streets with and without houses around them: what is not kept must not cost memory. */
async function streetFigures(large: string, small: string): Promise<Figure[]> {
  const [whole, bare] = [await best('streets', large), await best('streets', small)];
  if (whole.seen !== bare.seen) throw new Error('the two files do not hold the same streets');
  return [
    {
      what: `streets in columns: ${whole.seen} stretches`,
      value: seconds(whole.milliseconds),
    },
    { what: 'peak memory for it', value: `${Math.round(whole.megabytes)} MB` },
    {
      what: 'the same streets without the houses: peak memory',
      value: `${Math.round(bare.megabytes)} MB`,
      aim: 'what is not kept costs less than 60 MB',
      isMet: whole.megabytes - bare.megabytes < 60,
    },
  ];
}

/** Reading of a made OpenStreetMap file of 100 MB or more. */
export async function readingPbf(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-pbf-'));
  try {
    const [large, small] = [join(folder, 'large.osm.pbf'), join(folder, 'small.osm.pbf')];
    const { milliseconds, result: bytes } = await timed(() =>
      writeTowns(large, { towns: 1450, housesPerTown: 3000 }),
    );
    await writeTowns(small, { towns: 1450, housesPerTown: 0 });
    say(`\nwrote ${megabytes(bytes).toFixed(0)} MB in ${seconds(milliseconds)}`);
    const own = await best('decode', large);
    const entry = await installPeer(folder);
    const other = entry === null ? null : await best('peer', large, entry);
    if (other === null) say(`peer not installed: ${peerPackage}`);
    printFigures(`Reading ${megabytes(bytes).toFixed(0)} MB of PBF, ${own.seen} objects`, [
      {
        what: 'every object decoded',
        value: `${rate(bytes, own).toFixed(0)} MB/s`,
        aim: '94 MB in 2.5 s: 38 MB/s',
        isMet: rate(bytes, own) >= 38,
      },
      { what: 'peak memory for it', value: `${Math.round(own.megabytes)} MB` },
      ...(other === null
        ? []
        : [
            { what: `${peerPackage}, the same`, value: `${rate(bytes, other).toFixed(0)} MB/s` },
            { what: 'peak memory for it', value: `${Math.round(other.megabytes)} MB` },
            {
              what: 'ours against it',
              value: times(other.milliseconds / own.milliseconds),
              aim: 'at least 4 x',
              isMet: other.milliseconds >= 4 * own.milliseconds,
            },
          ]),
      ...(await streetFigures(large, small)),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await readingPbf();
