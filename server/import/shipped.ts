import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import { Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { Database } from '../db/database.ts';
import { readUserRows } from '../db/queries/user-lists.ts';
import { readCurrentVersions } from '../db/queries/versions.ts';
import { dropVersions, switchOver, type VersionHeader } from '../db/writes/versions.ts';
import { buildVersion, type Content, rowCountOf } from './build.ts';
import { makeRoom, type Rewritten } from './make-room.ts';

/** In the order of building: what others refer to comes first. */
const shippedDatasets: readonly DatasetName[] = [
  'territories',
  'settlements',
  'population',
  'streets',
  'landcover',
  'venues',
  'events',
];

interface ModelFile {
  readonly header: Omit<VersionHeader, 'fileHash' | 'rowCount'>;
  readonly rows?: readonly unknown[];
  readonly nodes?: readonly unknown[];
  readonly edges?: readonly unknown[];
}

interface Shipped {
  readonly header: VersionHeader;
  readonly content: Content;
}

const refuse = (file: string, field: string, expected: string): never => {
  throw new Problem('bad-import', { faults: [{ field: `${file}#${field}`, fault: 'missing', expected }] });
};

/** The files are made by `geodata/build` from the types of core; only their outline is checked here. */
const toContent = (file: string, dataset: DatasetName, model: ModelFile): Content => {
  if (dataset === 'streets') {
    if (!Array.isArray(model.nodes) || !Array.isArray(model.edges))
      return refuse(file, '/nodes', '/nodes, /edges');
    const { nodes, edges } = model;
    const graph = new TextEncoder().encode(JSON.stringify({ nodes, edges }));
    return { dataset, lines: edges, files: { graph, report: new TextEncoder().encode('{}') } };
  }
  if (!Array.isArray(model.rows)) return refuse(file, '/rows', '[...]');
  return { dataset, rows: model.rows } as Content;
};

const readShipped = async (folder: string, dataset: DatasetName): Promise<Shipped> => {
  const file = `${dataset}.json`;
  const text = await readFile(join(folder, file), 'utf8');
  const model = JSON.parse(text) as ModelFile;
  if (model.header?.dataset !== dataset) return refuse(file, '/header/dataset', dataset);
  const content = toContent(file, dataset, model);
  const fileHash = createHash('sha256').update(text).digest('hex');
  return { header: { ...model.header, list: 'shipped', fileHash, rowCount: rowCountOf(content) }, content };
};

const isCurrent = (versions: readonly DatasetVersion[], { header }: Shipped): boolean =>
  versions.some(
    ({ dataset, list, fileHash }) =>
      dataset === header.dataset && list === header.list && fileHash === header.fileHash,
  );

const idsOf = (files: readonly Shipped[], dataset: DatasetName): ReadonlySet<string> =>
  new Set(
    files.flatMap(({ content }) =>
      content.dataset === dataset && 'rows' in content ? content.rows.map(({ id }) => id) : [],
    ),
  );

/** The users' lists that must give ids to the shipped ones. */
const findRewritten = async (
  { db }: Database,
  versions: readonly DatasetVersion[],
  files: readonly Shipped[],
): Promise<readonly Rewritten[]> => {
  const users = versions.filter(({ list }) => list !== 'shipped');
  if (users.length === 0) return [];
  const shipped = { venues: idsOf(files, 'venues'), events: idsOf(files, 'events') };
  return makeRoom(users, await readUserRows(db), shipped);
};

/**
 * Brings the shipped lists to the state of their files: those that differ are built beside and switched
 * over together, with the users' lists that have to give an id to them. Returns the datasets that changed.
 * @param folder with one JSON file for each dataset.
 * @param onRenamed is told of every id of a user's list that had to change.
 */
export const importShipped = async (
  database: Database,
  folder: string,
  now: Date,
  report: (dataset: DatasetName, rows: number) => void,
  onRenamed: (list: string, warning: ImportWarning) => void = () => undefined,
): Promise<readonly DatasetName[]> => {
  const current = await readCurrentVersions(database.db);
  const files = await Promise.all(shippedDatasets.map((dataset) => readShipped(folder, dataset)));
  const changed = files.filter((file) => !isCurrent(current, file));
  const rewritten = await findRewritten(database, current, files);
  const built: number[] = [];
  try {
    for (const { header, content } of changed) {
      report(header.dataset, header.rowCount);
      built.push(await buildVersion(database, header, content, now));
    }
    for (const { header, content } of rewritten) {
      built.push(await buildVersion(database, header, content, now));
    }
    if (built.length > 0) await switchOver(database.bulk, built, now);
  } catch (error) {
    await dropVersions(database.bulk, built).catch(() => undefined);
    throw error;
  }
  for (const { header, warnings } of rewritten) {
    for (const warning of warnings) onRenamed(`${header.dataset}/${header.list}`, warning);
  }
  return changed.map(({ header }) => header.dataset);
};
