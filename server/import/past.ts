import type { DatasetName } from '#core/place/provenance.ts';
import type { VersionRecord } from '#core/place/version-record.ts';
import { Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';
import { readEventsOf } from '../db/queries/current-events.ts';
import { readIdsOf } from '../db/queries/known.ts';
import { readUserRows } from '../db/queries/user-lists.ts';
import { readVersionRecords } from '../db/queries/versions.ts';
import { replaceOccurrences } from '../db/writes/occurrences.ts';
import { dropVersions, forgetVersion, retireList, switchOver } from '../db/writes/versions.ts';
import { buildVersion, layOut } from './build.ts';
import type { ImportsOptions } from './importer.ts';
import { makeRoom, type Rewritten } from './shipped/make-room.ts';

type Options = Pick<ImportsOptions, 'database' | 'clock'>;

/** Without a list of each of these the map has nothing to answer with. */
const needed: readonly DatasetName[] = ['territories', 'population', 'streets'];

const isOffer = (dataset: DatasetName): dataset is 'venues' | 'events' =>
  dataset === 'venues' || dataset === 'events';

/** @throws Problem `not-found` */
const find = (records: readonly VersionRecord[], id: number): VersionRecord => {
  const found = records.find((record) => record.id === id);
  if (found === undefined) throw new Problem('not-found', { values: { what: `version ${id}` } });
  return found;
};

/** All that one import made; they go together. @throws Problem `version-forgotten` when one of them is not whole. */
const wholeImport = (records: readonly VersionRecord[], id: number): readonly VersionRecord[] => {
  const { importId } = find(records, id);
  const together = records.filter((record) => record.importId === importId).reverse();
  const lost = together.find(({ state }) => state === 'forgotten');
  if (lost !== undefined) throw new Problem('version-forgotten', { values: { version: lost.id } });
  return together;
};

/** Current lists of people that stay beside these versions. */
const staying = (records: readonly VersionRecord[], coming: readonly VersionRecord[]) =>
  records.filter(
    ({ dataset, list, state }) =>
      state === 'current' &&
      isOffer(dataset) &&
      !coming.some((version) => version.dataset === dataset && version.list === list),
  );

/**
 * No id may be given twice. The lists of people make room for what ships, as they do at a start; a list that
 * somebody brought does not take an id away from another.
 * @throws Problem `bad-import` naming the ids.
 */
const makeRoomFor = async (
  { database: { db } }: Options,
  records: readonly VersionRecord[],
  coming: readonly VersionRecord[],
): Promise<readonly Rewritten[]> => {
  const others = staying(records, coming);
  const shipped = { venues: new Set<string>(), events: new Set<string>() };
  for (const { id, dataset, list } of coming) {
    if (!isOffer(dataset)) continue;
    const ids = await readIdsOf(db, dataset, [id]);
    const beside = others.filter(
      (other) => other.dataset === dataset && (list !== 'shipped' || other.list === 'shipped'),
    );
    const taken = await readIdsOf(
      db,
      dataset,
      beside.map((other) => other.id),
    );
    const faults = [...ids]
      .filter((value) => taken.has(value))
      .map((value) => ({ field: 'id', fault: 'duplicate' as const, value }));
    if (faults.length > 0) throw new Problem('bad-import', { faults: faults.slice(0, 500) });
    if (list === 'shipped') shipped[dataset] = new Set(ids);
  }
  if (shipped.venues.size + shipped.events.size === 0) return [];
  return makeRoom(
    others.filter(({ list }) => list !== 'shipped'),
    await readUserRows(db),
    shipped,
  );
};

/** Dates of events are laid out for a stretch of time that has moved on since a version became past. */
const layOutAgain = async ({ database, clock }: Options, coming: readonly VersionRecord[]): Promise<void> => {
  for (const { id, dataset } of coming) {
    if (dataset !== 'events') continue;
    const events = await readEventsOf(database.db, id);
    await replaceOccurrences(database.bulk, id, await layOut(events, clock.now()));
  }
};

/** What came of it: the versions as they are now, and ids that had to change. */
export interface Used {
  readonly versions: readonly VersionRecord[];
  readonly renamed: readonly ImportWarning[];
}

/**
 * Makes a past version current in one transaction, with everything that its import made and by the rule by
 * which it came: beside other lists, or in the place of them all.
 * @throws Problem `not-found`, `version-forgotten`; `bad-import` where ids would be given twice.
 */
export const useVersion = async (options: Options, id: number): Promise<Used> => {
  const { database, clock } = options;
  const records = await readVersionRecords(database.db);
  const coming = wholeImport(records, id);
  const due = coming.filter(({ state }) => state === 'past');
  const rewritten = await makeRoomFor(options, records, due);
  await layOutAgain(options, due);
  const built: number[] = [];
  try {
    for (const { header, content } of rewritten) {
      built.push((await buildVersion(database, header, content, clock.now())).id);
    }
    if (due.length > 0) await switchOver(database.bulk, [...due.map((one) => one.id), ...built], clock.now());
  } catch (error) {
    await dropVersions(database.bulk, built).catch(() => undefined);
    throw error;
  }
  const ids = new Set([...coming.map((one) => one.id), ...built]);
  return {
    versions: (await readVersionRecords(database.db)).filter((record) => ids.has(record.id)),
    renamed: rewritten.flatMap(({ warnings }) => warnings),
  };
};

/**
 * Deletes rows and files of a past version; what is known of it stays in the history.
 * @throws Problem `not-found`, `version-in-use`, `version-forgotten`.
 */
export const forget = async ({ database }: Options, id: number): Promise<VersionRecord> => {
  const { state } = find(await readVersionRecords(database.db), id);
  if (state === 'forgotten') throw new Problem('version-forgotten', { values: { version: id } });
  // Asked again in the same statement: it may have become current meanwhile.
  if (state === 'current' || !(await forgetVersion(database.bulk, id))) {
    throw new Problem('version-in-use', { values: { version: id } });
  }
  return find(await readVersionRecords(database.db), id);
};

/**
 * Takes a list out of use without a successor. It stays as a past version and does not come back by itself.
 * @throws Problem `not-found` where there is no such current list; `dataset-needed` where it is the only one of a
 * dataset that the map cannot do without.
 */
export const retire = async (
  { database }: Options,
  dataset: DatasetName,
  list: string,
): Promise<VersionRecord> => {
  const current = (await readVersionRecords(database.db)).filter(
    (record) => record.dataset === dataset && record.state === 'current',
  );
  const found = current.find((record) => record.list === list);
  if (found === undefined) throw new Problem('not-found', { values: { what: `${dataset}/${list}` } });
  if (needed.includes(dataset) && current.length === 1) {
    throw new Problem('dataset-needed', { values: { dataset } });
  }
  await retireList(database.bulk, dataset, list);
  return find(await readVersionRecords(database.db), found.id);
};
