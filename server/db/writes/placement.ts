import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatasetName } from '#core/place/provenance.ts';
import { currentTerritories } from '../queries/placement.ts';
import type { Tables } from '../tables/index.ts';
import type { PlacedBy } from '../tables/placement.ts';

type Db = Kysely<Tables>;
type Sql = RawBuilder<unknown>;

/**
 * How far outside every unit a point may lie and still belong to the nearest one, in metres. Official borders
 * are published generalised to 1 : 1,200,000, where a line 0.2 mm wide, the finest that can be drawn, is 240 m
 * on the ground: a house on the shore may lie that far off the drawn coast.
 */
export const toleranceMetres = 250;

/** How the rows of one version were placed on one version of the territories. */
export interface Placed {
  readonly versionId: number;
  readonly dataset: DatasetName;
  /** Rows by how their unit was found; those with none are `neighbour`, `outside` and `unknown`. */
  readonly rows: Readonly<Partial<Record<PlacedBy, number>>>;
}

/** What is placed: the id of a row, the unit its source states, its point, and whether that is the very place. */
const sources = {
  venues: sql`select id, territory_id as own, geom_4326 as point, position_state = 'exact' as is_exact from venue`,
  settlements: sql`select id, territory_id as own, geom_4326 as point, false as is_exact from settlement`,
  // Nobody states in which unit a square lies: it was reckoned on the borders of its day.
  population: sql`select id, null::text as own, centre_geom_4326 as point, true as is_exact from population_cell`,
} satisfies Partial<Record<DatasetName, Sql>>;

type PlacedDataset = keyof typeof sources;

/** Of several units that cover a point, today's go before former ones, then the first id by alphabet. */
const firstUnit = sql`(t.kind = 'neighbour'), (t.valid_to is not null), t.id collate "C"`;

/** A degree of longitude is the shortest at the point's latitude: nothing within the tolerance is missed. */
const toleranceDegrees = sql`(${toleranceMetres}::float8 / 111000 / greatest(cos(radians(ST_Y(o.point))), 0.01))`;

/**
 * - A stated unit stays where the point is only approximate, and where the borders are a model: drawn for want
 *   of better, they prove nothing against a name. It has to exist in this version.
 * - Everything else goes by its point: the unit that covers it, else the nearest one within the tolerance.
 * - A point in a neighbour, or outside everything, has no unit.
 */
const place = (territories: number, version: number, source: Sql): Sql => sql`
  with unit as not materialized (
    select id, kind, valid_to, geom_4326 as geom from territory
    where version_id = ${territories}::integer and kind in ('town', 'parish', 'neighbour')),
  given as (
    select r.id, r.point, u.id as stated, u.id is not null and (
      r.point is null or not r.is_exact
      or (select is_model from dataset_version where id = ${territories}::integer)) as is_kept
    from (${source} where version_id = ${version}::integer) r
    left join unit u on u.id = r.own and u.kind <> 'neighbour'),
  open as (select id, point from given where not is_kept and point is not null),
  covered as (
    select o.id, (array_agg(t.id order by ${firstUnit}))[1] as unit, bool_and(t.kind = 'neighbour') as is_neighbour
    from open o join unit t on ST_Covers(t.geom, o.point) group by o.id),
  near as (
    select o.id, n.unit, n.is_neighbour
    from open o cross join lateral (
      select t.id as unit, t.kind = 'neighbour' as is_neighbour,
        ST_Distance(t.geom::geography, o.point::geography, false) as metres
      from unit t where ST_DWithin(t.geom, o.point, ${toleranceDegrees})
      order by metres, ${firstUnit} limit 1) n
    where not exists (select from covered c where c.id = o.id) and n.metres <= ${toleranceMetres}::float8),
  placed as (
    select g.id,
      case when g.is_kept then g.stated
        when c.unit is not null then case when c.is_neighbour then null else c.unit end
        when not n.is_neighbour then n.unit end as territory_id,
      case when g.is_kept then 'stated'
        when g.point is null then 'unknown'
        when c.is_neighbour or n.is_neighbour then 'neighbour'
        when c.unit is not null then 'point'
        when n.unit is not null then 'nearest'
        else 'outside' end as how
    from given g left join covered c on c.id = g.id left join near n on n.id = g.id),
  written as (
    insert into placement (territories_version, version_id, row_id, territory_id, how)
    select ${territories}::integer, ${version}::integer, id, territory_id, how from placed
    on conflict do nothing returning how)
  select how, count(*)::int4 as count from written group by how`;

const tableOf = {
  venues: 'venue',
  settlements: 'settlement',
  population: 'population_cell',
} satisfies Record<PlacedDataset, keyof Tables>;

/** Versions whose rows are to be placed and are not yet: one statement places a version, whole or not at all. */
const findUnplaced = async (db: Db, territories: number, imported: readonly number[]) =>
  db
    .selectFrom('dataset_version as v')
    .select(['v.id', 'v.dataset'])
    .where('v.dataset', 'in', Object.keys(sources) as PlacedDataset[])
    .where((where) => where.or([where('v.state', '=', 'current'), where('v.id', 'in', [-1, ...imported])]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('placement as p')
            .select('p.row_id')
            .where('p.territories_version', '=', territories)
            .whereRef('p.version_id', '=', 'v.id'),
        ),
      ),
    )
    .orderBy('v.id')
    .execute();

/**
 * Reckons in which town or parish of one version of the territories every venue, settlement and cell lies:
 * of all current versions and of those given, as far as it is not known yet. Rows must be written whole.
 * Called before a switch-over, with the versions that are about to become current; nobody sees it until then.
 * 10,000 venues and 65,000 cells on 576 units of half a million vertices take about 10 s on a busy machine.
 * @param territoriesVersion about to be current, or current already.
 * @param importedVersions being built; those of other datasets are passed over.
 * @returns what was placed now; a version that was placed before is not in it.
 */
export const placeAll = async (
  db: Db,
  territoriesVersion: number,
  importedVersions: readonly number[] = [],
): Promise<readonly Placed[]> => {
  const placed: Placed[] = [];
  const unplaced = await findUnplaced(db, territoriesVersion, importedVersions);
  // Of rows just written nothing is known: every point would be held against every unit, not those of its place.
  const filled = new Set(unplaced.map(({ dataset }) => tableOf[dataset as PlacedDataset]));
  if (filled.size > 0) {
    await sql`analyze ${sql.join(['territory', ...filled].map((name) => sql.table(name)))}`.execute(db);
  }
  for (const { id, dataset } of unplaced) {
    const statement = place(territoriesVersion, id, sources[dataset as PlacedDataset]);
    const { rows } = await sql<{ how: PlacedBy; count: number }>`${statement}`.execute(db);
    placed.push({
      versionId: id,
      dataset,
      rows: Object.fromEntries(rows.map((row) => [row.how, row.count])),
    });
  }
  return placed;
};

/** `placeAll` for versions that are about to become current together, on the borders that are current then. */
export const placeAhead = async (db: Db, versionIds: readonly number[]): Promise<void> => {
  const { rows } = await sql<{ id: number | null }>`
    select coalesce(
      (select max(id) from dataset_version where dataset = 'territories' and id = any(${[...versionIds]}::int[])),
      ${currentTerritories}) as id`.execute(db);
  const id = rows[0]?.id ?? null;
  if (id !== null) await placeAll(db, id, versionIds);
};

/**
 * The same for what is current inside a transaction that has just switched over: whatever another process
 * brought meanwhile is placed before anybody sees it. Nearly nothing to do when `placeAll` was called before.
 */
export const completePlacement = async (trx: Db): Promise<readonly Placed[]> => {
  // Of two that switch over at the same time, the second sees what the first one did.
  await sql`select pg_advisory_xact_lock(hashtext('placement'))`.execute(trx);
  const { rows } = await sql<{ id: number | null }>`select ${currentTerritories} as id`.execute(trx);
  const id = rows[0]?.id ?? null;
  return id === null ? [] : placeAll(trx, id);
};
