import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { importFiles } from '#core/contract/import-files.ts';
import { imports } from '#core/contract/imports.ts';
import { slug } from '#core/language/fold.ts';
import { joinOrigins } from '#core/place/file-origin.ts';
import { type FileSource, fileSources, type UserDataset, userDatasets } from '#core/place/provenance.ts';
import { type Fault, Problem } from '#core/problem.ts';
import { ask, send } from '../ask-server.ts';
import type { ImportManner, ImportReport, Imports } from '../context.ts';
import { readSidecar } from '../fetch/sidecar.ts';
import type { RunningServer } from './reach.ts';

/** One import, whoever does it. */
export interface Order {
  /** In this process, which holds the database. */
  readonly here: (imports: Imports, manner: ImportManner) => Promise<ImportReport>;
  /** By the running server. */
  readonly there: (server: RunningServer, manner: ImportManner) => Promise<ImportReport>;
}

const noFile = (file: string, cause: unknown): never => {
  const faults: Fault[] = [{ field: 'FILE', fault: 'missing', value: file }];
  throw new Problem('bad-import', { faults, cause });
};

/** What people bring of their own: each file is a list, and its name is the name of the list. */
const ownFormats: readonly FileSource[] = ['population', 'on-demand', 'venue-matches', 'ical', 'survey'];

const listOf = (file: string, given: string | undefined): string =>
  given ?? slug(basename(file).replace(/\..*$/, ''));

/** An official source is one list, whatever its files are called: a newer one takes the place of the older. */
const listOfSource = (source: FileSource, file: string | undefined, given: string | undefined): string =>
  ownFormats.includes(source) ? listOf(file ?? source, given) : (given ?? source);

/** How the server is to do it. */
const addManner = (query: URLSearchParams, { isCheck, mapIn }: ImportManner): URLSearchParams => {
  if (isCheck) query.set('check', 'true');
  if (mapIn !== undefined) query.set('map', 'true');
  return query;
};

/** A list in a CSV file, small enough for the memory. */
const csvOrder = async (dataset: UserDataset, file: string, given: string | undefined): Promise<Order> => {
  const bytes = await readFile(file).catch((cause: unknown) => noFile(file, cause));
  const [list, fileName] = [listOf(file, given), basename(file)];
  const path = imports.path.replace('{dataset}', dataset);
  const query = new URLSearchParams({ list, fileName });
  return {
    here: ({ importCsv }, manner) => importCsv(dataset, list, fileName, bytes, manner),
    there: ({ url, headers }, manner) =>
      ask(`${url}${path}?${addManner(query, manner)}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'text/csv' },
        body: bytes,
        signal: manner.signal ?? null,
      }),
  };
};

/** Bytes of a file. A folder is none; an empty one is refused before a server is asked, which could only say less. */
const sizeOf = async (file: string): Promise<number> => {
  const found = await stat(file).catch((cause: unknown) => noFile(file, cause));
  if (!found.isFile()) return noFile(file, undefined);
  if (found.size > 0) return found.size;
  const faults: Fault[] = [{ field: basename(file), fault: 'missing', value: '0 B' }];
  throw new Problem('bad-import', { faults });
};

/** Files of a known format, read where they lie or sent as a stream. */
const filesOrder = async (
  source: FileSource,
  files: readonly string[],
  given: string | undefined,
): Promise<Order> => {
  const sizes = await Promise.all(files.map(sizeOf));
  const list = listOfSource(source, files[0], given);
  const names = files.map((file) => basename(file));
  const path = importFiles.path.replace('{source}', source);
  const query = new URLSearchParams({ list, fileName: names.join(','), sizes: sizes.join(',') });
  const origin = joinOrigins(await Promise.all(files.map(readSidecar)));
  if (origin !== null) query.set('origin', JSON.stringify(origin));
  const brought = files.map((file, i) => ({ name: names[i] ?? file, path: file }));
  return {
    here: (importer, manner) =>
      importer.importFiles(source, list, brought, { ...manner, ...(origin === null ? {} : { origin }) }),
    there: ({ url, headers }, manner) =>
      send(
        `${url}${path}?${addManner(query, manner)}`,
        {
          ...headers,
          'Content-Type': 'application/octet-stream',
          'Content-Length': String(sizes.reduce((sum, size) => sum + size, 0)),
        },
        files,
        manner,
      ),
  };
};

/** The import that name and files ask for; null when they ask for none. @throws Problem where a file is missing. */
export const readOrder = async (
  name: string | undefined,
  files: readonly string[],
  list: string | undefined,
): Promise<Order | null> => {
  const [file] = files;
  if (file === undefined) return null;
  const dataset = userDatasets.find((known) => known === name);
  if (dataset !== undefined) return files.length === 1 ? csvOrder(dataset, file, list) : null;
  const source = fileSources.find((known) => known === name);
  return source === undefined ? null : filesOrder(source, files, list);
};
