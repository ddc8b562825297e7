import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import { Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { Database } from '../db/database.ts';
import { readMunicipalities } from '../db/queries/places.ts';
import { readUserRows } from '../db/queries/user-lists.ts';
import { readCurrentVersions } from '../db/queries/versions.ts';
import { dropVersions, switchOver, type VersionHeader } from '../db/writes/versions.ts';
import { buildVersion, type Content, rowCountOf } from './build.ts';
import { makeRoom, type Rewritten } from './make-room.ts';
import type { ShippedList } from './shipped-list.ts';
import { findShipped } from './shipped-lists.ts';

/** What comes with the project. */
export interface ShippedSource {
  readonly region: Region;
  /** The folder `geodata`. */
  readonly folder: string;
}

/** Whoever imports one of these replaces what ships: two street networks beside each other make no sense. */
const replaceable: readonly DatasetName[] = [
  'settlements',
  'population',
  'streets',
  'landcover',
  'timetable',
  'on-demand',
];

/** A list is left alone when it is current already, or when somebody's own has taken its place. */
const isDue = (versions: readonly DatasetVersion[], { dataset, fileHash }: ShippedList): boolean => {
  const current = versions.filter((version) => version.dataset === dataset);
  const isReplaced = replaceable.includes(dataset) && current.some(({ list }) => list !== 'shipped');
  return (
    !isReplaced && !current.some((version) => version.list === 'shipped' && version.fileHash === fileHash)
  );
};

const idsOf = async (
  lists: readonly ShippedList[],
  dataset: 'venues' | 'events',
): Promise<ReadonlySet<string>> => {
  const content = await lists.find((list) => list.dataset === dataset)?.read();
  return new Set(
    content !== undefined && 'rows' in content.content ? content.content.rows.map(({ id }) => id) : [],
  );
};

/** The users' lists that must give ids to the shipped ones. */
const findRewritten = async (
  { db }: Database,
  versions: readonly DatasetVersion[],
  lists: readonly ShippedList[],
): Promise<readonly Rewritten[]> => {
  const users = versions.filter(({ list }) => list !== 'shipped');
  if (users.length === 0) return [];
  const shipped = { venues: await idsOf(lists, 'venues'), events: await idsOf(lists, 'events') };
  return makeRoom(users, await readUserRows(db), shipped);
};

/** Lists of two regions in one database would answer for neither. @throws Problem `bad-config`. */
const checkRegion = async ({ db }: Database, region: Region): Promise<void> => {
  const known = await readMunicipalities(db);
  if (known.length === 0 || known.includes(region.municipalityId)) return;
  const expected = `REGION=… (${known.join(', ')}), DATA_DIR=… (${region.id})`;
  throw new Problem('bad-config', { values: { name: 'REGION', value: region.id, expected } });
};

/**
 * Brings the shipped lists to the state of their files: those that differ are built beside and switched
 * over together, with the users' lists that have to give an id to them. Returns the datasets that changed.
 * @param onRenamed is told of every id of a user's list that had to change.
 */
export const importShipped = async (
  database: Database,
  source: ShippedSource,
  now: Date,
  report: (dataset: DatasetName, rows: number) => void = () => undefined,
  onRenamed: (list: string, warning: ImportWarning) => void = () => undefined,
): Promise<readonly DatasetName[]> => {
  await checkRegion(database, source.region);
  const current = await readCurrentVersions(database.db);
  const lists = await findShipped(source);
  const due = lists.filter((list) => isDue(current, list));
  const rewritten = await findRewritten(database, current, lists);
  const built: number[] = [];
  const build = async (header: VersionHeader, content: Content) => {
    built.push(await buildVersion(database, header, content, now));
  };
  try {
    for (const list of due) {
      const { header, content } = await list.read();
      const rowCount = rowCountOf(content);
      report(list.dataset, rowCount);
      await build({ ...header, list: 'shipped', fileHash: list.fileHash, rowCount }, content);
    }
    for (const { header, content } of rewritten) await build(header, content);
    if (built.length > 0) await switchOver(database.bulk, built, now);
  } catch (error) {
    await dropVersions(database.bulk, built).catch(() => undefined);
    throw error;
  }
  for (const { header, warnings } of rewritten) {
    for (const warning of warnings) onRenamed(`${header.dataset}/${header.list}`, warning);
  }
  return due.map(({ dataset }) => dataset);
};
