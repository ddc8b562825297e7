import type { DatasetName } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import type { VersionRecord } from '#core/place/version-record.ts';
import { Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { Database } from '../../db/database.ts';
import { readMunicipalities } from '../../db/queries/places.ts';
import { readUserRows } from '../../db/queries/user-lists.ts';
import { readVersionRecords } from '../../db/queries/versions.ts';
import { dropVersions, putAside, switchOver, type VersionHeader } from '../../db/writes/versions.ts';
import { type Built, buildVersion, type Content, rowCountOf } from '../build.ts';
import { makeRoom, type Rewritten } from './make-room.ts';
import type { ShippedContent, ShippedList } from './shipped-list.ts';
import { findShipped } from './shipped-lists.ts';

/** What comes with the project. */
export interface ShippedSource {
  readonly region: Region;
  /** The folder `geodata`. */
  readonly folder: string;
}

/** Of these one list is enough: two street networks beside each other make no sense. */
const standAlone: readonly DatasetName[] = [
  'territories',
  'settlements',
  'population',
  'streets',
  'landcover',
  'timetable',
  'on-demand',
];

/** What becomes of a list that ships: it is used, it is kept for whoever wants to use it, or it is there already. */
type Fate = 'current' | 'past' | 'nothing';

/**
 * A list that somebody replaced, or took out of use, does not come back by itself; a newer state of it is put
 * aside. A version that was forgotten still counts: who forgot it does not want it again.
 */
const fateOf = (records: readonly VersionRecord[], { dataset, fileHash }: ShippedList): Fate => {
  const ofDataset = records.filter((record) => record.dataset === dataset);
  const own = ofDataset.filter(({ list }) => list === 'shipped');
  if (own.some((record) => record.fileHash === fileHash)) return 'nothing';
  if (own.some(({ state }) => state === 'current')) return 'current';
  const isReplaced = standAlone.includes(dataset) && ofDataset.some(({ state }) => state === 'current');
  return own.length > 0 || isReplaced ? 'past' : 'current';
};

const idsOf = ({ content }: ShippedContent): ReadonlySet<string> =>
  new Set('rows' in content && content.dataset !== 'codes' ? content.rows.map(({ id }) => id) : []);

/** The users' lists that must give ids to shipped ones that are about to be used. */
const findRewritten = async (
  { db }: Database,
  records: readonly VersionRecord[],
  coming: readonly ShippedList[],
): Promise<readonly Rewritten[]> => {
  const users = records.filter(({ list, state }) => list !== 'shipped' && state === 'current');
  const idsFrom = async (dataset: 'venues' | 'events') => {
    const list = coming.find((one) => one.dataset === dataset);
    return list === undefined ? new Set<string>() : idsOf(await list.read());
  };
  const shipped = { venues: await idsFrom('venues'), events: await idsFrom('events') };
  if (users.length === 0 || shipped.venues.size + shipped.events.size === 0) return [];
  return makeRoom(users, await readUserRows(db), shipped);
};

/** Another process changed what is current while these lists were built. */
class Overtaken extends Error {}

/** Lists of two regions in one database would answer for neither. @throws Problem `bad-config`. */
const checkRegion = async ({ db }: Database, region: Region): Promise<void> => {
  const known = await readMunicipalities(db);
  if (known.length === 0 || known.includes(region.municipalityId)) return;
  const expected = `REGION=… (${known.join(', ')}), DATA_DIR=… (${region.id})`;
  throw new Problem('bad-config', { values: { name: 'REGION', value: region.id, expected } });
};

/**
 * Brings the shipped lists to the state of their files: those that differ are built beside and switched
 * over together, with the users' lists that have to give an id to them. Newer states of lists that are not
 * in use are put aside as past versions. Returns the datasets that changed.
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
  const records = await readVersionRecords(database.db);
  const lists = await findShipped(source);
  const [coming, kept] = (['current', 'past'] as const).map((fate) =>
    lists.filter((list) => fateOf(records, list) === fate),
  );
  const rewritten = await findRewritten(database, records, coming ?? []);
  const built: Built[] = [];
  const build = async (header: VersionHeader, content: Content) => {
    built.push(await buildVersion(database, header, content, now));
  };
  const buildAll = async (some: readonly ShippedList[]) => {
    for (const list of some) {
      const shipped = await list.read();
      report(list.dataset, rowCountOf(shipped.content));
      await build(headerOf(list, shipped), shipped.content);
    }
  };
  try {
    await buildAll(kept ?? []);
    const aside = idsIn(built);
    await buildAll(coming ?? []);
    for (const { header, content } of rewritten) await build(header, content);
    const used = idsIn(built).slice(aside.length);
    // Somebody may have replaced one of them while they were built: what ships does not take its place again.
    const check = async (trx: Database['db']) => {
      const later = await readVersionRecords(trx);
      if (coming?.some((list) => fateOf(later, list) !== 'current')) throw new Overtaken();
    };
    if (used.length > 0) await switchOver(database.bulk, used, now, check);
    await putAside(database.bulk, aside, now);
  } catch (error) {
    await dropVersions(database.bulk, idsIn(built)).catch(() => undefined);
    if (error instanceof Overtaken) return importShipped(database, source, now, report, onRenamed);
    throw error;
  }
  for (const { header, warnings } of rewritten) {
    for (const warning of warnings) onRenamed(`${header.dataset}/${header.list}`, warning);
  }
  return (coming ?? []).map(({ dataset }) => dataset);
};

const idsIn = (built: readonly Built[]): readonly number[] => built.map(({ id }) => id);

const headerOf = ({ fileHash }: ShippedList, { header, content }: ShippedContent): VersionHeader => ({
  ...header,
  list: 'shipped',
  fileHash,
  rowCount: rowCountOf(content),
  counts: null,
  sourceName: 'shipped',
  standsAlone: standAlone.includes(content.dataset),
});
