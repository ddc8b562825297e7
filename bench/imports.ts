import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { FileSource } from '#core/place/provenance.ts';
import { copyAddresses } from './imports-copy.ts';
import { type OfficialFiles, type Sizes, writeOfficialFiles } from './imports-files.ts';
import type { ImportRun } from './imports-run.ts';
import { timed } from './measure.ts';
import { type Peer, startPeer, withClient } from './peer.ts';
import { type Figure, printFigures, say, seconds, times } from './print.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('./imports-run.ts', import.meta.url));

/** As many as the country has, and a fifth of its addresses. */
const full: Sizes = { venues: 10_000, cells: 65_000, addresses: 500_000, fewAddresses: 100_000 };

const runChild = async (...args: readonly string[]): Promise<string> => {
  const flags = ['--disable-warning=ExperimentalWarning', child];
  const { stdout } = await run(process.execPath, [...flags, ...args], { maxBuffer: 1 << 20 });
  return stdout;
};

/** A kind of database: an empty one with the region known, and a copy of it for each import. */
interface Place {
  readonly name: string;
  readonly memoryOf: string;
  readonly base: string;
  copy(of: string): Promise<string>;
  drop(copy: string): Promise<void>;
}

const embeddedPlace = async (folder: string): Promise<Place> => ({
  name: 'embedded database',
  memoryOf: 'Node with the database in it',
  base: await mkdtemp(join(folder, 'base-')),
  async copy(of) {
    const copy = await mkdtemp(join(folder, 'copy-'));
    await cp(of, copy, { recursive: true });
    return copy;
  },
  drop: (copy) => rm(copy, { recursive: true, force: true }),
});

const postgresPlace = async (peer: Peer): Promise<Place> => {
  const base = await peer.createDatabase('imports');
  const named = (address: string, name: string) => Object.assign(new URL(address), { pathname: name }).href;
  const asOwner = (statement: string) =>
    withClient(named(base, 'postgres'), (client) => client.query(statement));
  let copies = 0;
  return {
    name: 'PostgreSQL',
    memoryOf: 'Node alone',
    base,
    async copy(of) {
      copies += 1;
      const name = `imports_${copies}`;
      await asOwner(`create database ${name} template ${new URL(of).pathname.slice(1)}`);
      return named(base, name);
    },
    async drop(copy) {
      await asOwner(`drop database ${new URL(copy).pathname.slice(1)}`);
    },
  };
};

const count = (n: number) => n.toLocaleString('en');
const rate = ({ read, milliseconds }: ImportRun) =>
  `${count(Math.round((read * 1000) / milliseconds))} rows/s`;
const memory = ({ beforeMb, peakMb }: ImportRun) =>
  `${Math.round(peakMb)} MB, ${Math.round(peakMb - beforeMb)} MB more than before`;

const figuresOf = (what: string, unit: string, ran: ImportRun): Figure[] => [
  {
    what: `${what}: ${count(ran.read)} ${unit} read, ${count(ran.kept)} kept`,
    value: `${seconds(ran.milliseconds)}, ${rate(ran)}`,
  },
  { what: '  memory at most', value: memory(ran) },
];

/** Imports everything into one kind of database, each into a fresh one that holds what it depends on. */
const importAll = async (place: Place, files: OfficialFiles) => {
  await runChild(place.base, 'prepare');
  const bring = async (into: string, source: FileSource, paths: readonly string[]) =>
    JSON.parse(await runChild(into, source, ...paths)) as ImportRun;
  const onCopy = async (source: FileSource, paths: readonly string[]) => {
    const copy = await place.copy(place.base);
    try {
      return await bring(copy, source, paths);
    } finally {
      await place.drop(copy);
    }
  };
  return {
    territories: await bring(place.base, 'csp-territories', files.territories),
    venues: await onCopy('kisc-objects', files.venues),
    cells: await onCopy('csp-grid', files.cells),
    few: await onCopy('varis-addresses', files.fewAddresses),
    elsewhere: await onCopy('varis-addresses', files.mostlyElsewhere),
    all: await onCopy('varis-addresses', files.addresses),
  };
};

type Ran = Awaited<ReturnType<typeof importAll>>;

/** What is not kept must cost nothing; what is kept costs its place in the index that is searched, made in memory. */
const growthFigures = ({ few, elsewhere, all }: Ran): Figure[] => {
  const mostElsewhereMb = 60;
  const skipped = elsewhere.peakMb - few.peakMb;
  const keptMb = all.peakMb - few.peakMb;
  const bytesEach = (keptMb * 2 ** 20) / Math.max(1, all.kept - few.kept);
  return [
    {
      what: `  ${count(elsewhere.read - few.read)} rows more that are not kept: memory`,
      value: `${Math.round(skipped)} MB more`,
      aim: `does not grow with the file: less than ${mostElsewhereMb} MB`,
      isMet: skipped < mostElsewhereMb,
    },
    {
      what: `  ${count(all.kept - few.kept)} rows more that are kept: memory`,
      value: `${Math.round(keptMb)} MB more, ${Math.round(bytesEach)} B each`,
    },
  ];
};

const report = async (place: Place, files: OfficialFiles, copied: number | null): Promise<void> => {
  const ran = await importAll(place, files);
  const figures = [
    ...figuresOf('territories, 0.5 million vertices', 'units', ran.territories),
    ...figuresOf('venues', 'rows', ran.venues),
    ...figuresOf('population', 'cells', ran.cells),
    ...figuresOf('addresses', 'rows', ran.few),
    ...figuresOf('addresses', 'rows', ran.elsewhere),
    ...figuresOf('addresses', 'rows', ran.all),
    ...growthFigures(ran),
  ];
  if (copied !== null)
    figures.push({
      what: `  against COPY of the same ${count(ran.all.kept)} rows, nothing checked, in ${seconds(copied)}`,
      value: times(ran.all.milliseconds / copied),
    });
  printFigures(`Imports on ${place.name} (memory of ${place.memoryOf})`, figures);
};

/** Every import of a country in the official formats, on both databases. */
export async function importing(peer: Peer | null, sizes: Sizes = full): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-imports-'));
  try {
    await chmod(folder, 0o755);
    const { milliseconds, result: files } = await timed(() => writeOfficialFiles(folder, sizes));
    say(`\nwrote a country in the official formats in ${seconds(milliseconds)}`);
    if (!peer) say('Imports on PostgreSQL: not installed: apt-get install postgresql-15-postgis-3');
    const copied = peer === null ? null : await copyAddresses(peer, folder, sizes.addresses);
    await report(await embeddedPlace(folder), files, null);
    if (peer !== null) await report(await postgresPlace(peer), files, copied);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [port = '54320', share = '1'] = process.argv.slice(2);
  const peer = await startPeer(Number(port));
  const part = (n: number) => Math.round(n * Number(share));
  try {
    await importing(peer, {
      venues: part(full.venues),
      cells: part(full.cells),
      addresses: part(full.addresses),
      fewAddresses: part(full.fewAddresses),
    });
  } finally {
    await peer?.stop();
  }
}
