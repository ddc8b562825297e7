import { sql } from 'kysely';
import type { AgeGroups, PopulationHistory, TotalAge } from '#core/place/population-total.ts';

/**
 * Counts of the unit `t` in the current lists of totals. Codes are joined within their generation alone: the same
 * number may be another place in the other. A code that was only inferred must be borne out by the name.
 */
const counts = sql`
  territory_population p join dataset_version pv on pv.id = p.version_id and pv.state = 'current'
  where p.sex = 'T' and (
    (p.generation = '2021' and p.code = t.atvk_2021 and (not t.atvk_2021_is_inferred or p.sort_key = t.sort_key))
    or (p.generation = '2009' and p.code = t.atvk_2009))`;

/** Of two counts of one year the one by the newer code, then the one imported later. */
const best = sql`p.generation desc, p.version_id desc`;

/** The newest count of the unit `t`: one row or none. */
export const newestCount = sql`(
  select p.people, p.year::text as year, p.series, p.source from ${counts} and p.age_group = 'all'
  order by p.year desc, ${best} limit 1)`;

/** The count shown: the newest official one, else what the unit's own row says; number, year and source together. */
export const shownColumns = sql`
  coalesce(c.people, t.population_people) as population_people,
  case when c.people is null then t.population_year else c.year end as population_year,
  case when c.people is null then t.population_series else c.series end as population_series,
  case when c.people is null then t.population_source else c.source end as population_source`;

export interface HistoryColumns {
  /** [year, people], oldest first; null where nobody counts the unit. */
  by_year: readonly (readonly [number, number])[] | null;
  /** [group, people] of the newest year with groups, with that year; null where there is none. */
  ages: { readonly year: number; readonly groups: readonly (readonly [TotalAge, number])[] } | null;
}

export const historyColumns = sql`
  (select json_agg(json_build_array(y.year, y.people) order by y.year) from (
    select distinct on (p.year) p.year, p.people from ${counts} and p.age_group = 'all'
    order by p.year, ${best}) y) as by_year,
  (select json_build_object('year', a.year, 'groups', json_agg(json_build_array(a.age_group, a.people))) from (
    select distinct on (p.year, p.age_group) p.year, p.age_group, p.people from ${counts} and p.age_group <> 'all'
    order by p.year, p.age_group, ${best}) a
    group by a.year order by a.year desc limit 1) as ages`;

const toAges = ({ year, groups }: NonNullable<HistoryColumns['ages']>): AgeGroups => {
  const of = (group: TotalAge) => groups.find(([name]) => name === group)?.[1] ?? null;
  return { year: `${year}`, children: of('0-14'), workingAge: of('15-64'), older: of('65+') };
};

export const toHistory = ({ by_year, ages }: HistoryColumns): { readonly history?: PopulationHistory } =>
  by_year === null && ages === null
    ? {}
    : {
        history: {
          byYear: (by_year ?? []).map(([year, people]) => ({ year: `${year}`, people })),
          ages: ages === null ? null : toAges(ages),
        },
      };
