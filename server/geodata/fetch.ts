import { join, resolve } from 'node:path';
import { fill } from '#core/language/format.ts';
import { fetchFaults, fetchSaid } from '#core/language/said/fetch.ts';
import { readConfig } from '../config.ts';
import type { Fetched } from '../fetch/download.ts';
import { FetchFailure } from '../fetch/failure.ts';
import { type FetchEvents, fetchSource, sourceFolder } from '../fetch/index.ts';
import { readSidecar } from '../fetch/sidecar.ts';
import { type Download, findSource, type OfficialSource, readSources } from '../fetch/sources.ts';
import { geodataFolder } from '../region.ts';
import { language, say } from '../terminal.ts';
import { createBar } from './bar.ts';
import { cancellable } from './cancel.ts';
import { type Command, type Given, textOption } from './command.ts';
import { importCommand } from './import.ts';

const tell = (what: keyof typeof fetchSaid, values: Readonly<Record<string, string | number>>): void =>
  say(fill(fetchSaid[what][language], values));

const why = ({ code, values }: FetchFailure): string => fill(fetchFaults[code][language], values);

const hostOf = ({ from }: Download): string => new URL('url' in from ? from.url : from.portal).host;

const tellFetched = ({ state, path, sidecar }: Fetched, { file }: Download): void =>
  tell(state, {
    file,
    path,
    megabytes: (sidecar.bytes / 1e6).toFixed(1),
    hash: sidecar.sha256.slice(0, 12),
    retrievedAt: sidecar.retrievedAt.slice(0, 10),
  });

/** What there is to fetch, and what is here already. */
const printSources = async (sources: readonly OfficialSource[], folder: string): Promise<void> => {
  for (const source of sources) {
    const [first] = source.downloads;
    const here = first && (await readSidecar(join(sourceFolder(folder, source), first.file)));
    const fetched = here
      ? fill(fetchSaid['fetched-on'][language], { day: here.checkedAt.slice(0, 10) })
      : fetchSaid['never-fetched'][language];
    tell('listed', {
      source: source.id,
      title: source.title[language],
      publisher: source.publisher[language],
      licence: source.licence,
      changes: source.changes[language],
      state: first === undefined ? fetchSaid['only-by-hand'][language] : fetched,
    });
  }
};

/** Fetches one source; what fails is told with the way to get the files by hand. */
const fetchOne = async (source: OfficialSource, folder: string): Promise<readonly Fetched[] | null> => {
  const bar = createBar();
  let file = '';
  const events: FetchEvents = {
    onFile: (download) => {
      file = download.file;
      tell('asking', { file, host: hostOf(download) });
    },
    onBytes: (bytes, total) =>
      bar.step({
        what: `${file}, kB`,
        done: Math.round(bytes / 1000),
        of: total === null ? null : Math.round(total / 1000),
      }),
    onRetry: (failure, waitMs) => {
      bar.clear();
      tell('again', { file, why: why(failure), seconds: Math.ceil(waitMs / 1000) });
    },
    onFetched: (fetched, download) => {
      bar.clear();
      tellFetched(fetched, download);
    },
  };
  try {
    return await cancellable((signal) => fetchSource(source, folder, events, { signal }).finally(bar.clear));
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    tell('failed', { source: source.id, why: why(error) });
    tell('page', { landingPage: source.landingPage });
    tell('hand', { byHand: source.byHand[language] });
    process.exitCode = 1;
    return null;
  }
};

const run = async (given: Given): Promise<boolean> => {
  const sources = await readSources(textOption(given, 'sources') ?? join(geodataFolder, 'sources.json'));
  const folder = resolve(textOption(given, 'to') ?? join(readConfig().dataDir, 'downloads'));
  if (given.positionals.length === 0) {
    await printSources(sources, folder);
    return true;
  }
  // Every name is looked at before the first file is asked for.
  for (const source of given.positionals.map((name) => findSource(sources, name))) {
    const fetched = await fetchOne(source, folder);
    if (fetched === null || given.options.import !== true) continue;
    const files = fetched.map(({ path }) => path);
    await importCommand.run({ positionals: [source.id, ...files], options: {} });
  }
  return true;
};

/** Downloads the files of official sources to this machine, and brings them in if that is asked for. */
export const fetchCommand: Command = {
  name: 'fetch',
  usage: ['fetch', 'fetch SOURCE [SOURCE ...] [--import] [--to FOLDER] [--sources FILE]'],
  options: { import: { type: 'boolean' }, to: { type: 'string' }, sources: { type: 'string' } },
  run,
};
