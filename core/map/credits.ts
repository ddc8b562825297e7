import type { DatasetName, DatasetVersion } from '../place/provenance.ts';

/** Whom a map has to name for some of what it draws. */
export interface Credit {
  readonly source: string;
  readonly licence: string;
  readonly datasets: readonly DatasetName[];
  /** Of all versions of this source the newest date, ISO 8601. */
  readonly retrievedAt: string;
  readonly isModel: boolean;
  /**
   * What has to be in sight at all times, not behind a fold: OpenStreetMap asks for it on every map that can be
   * looked at for long (osmfoundation.org, Attribution Guidelines). Null where a fold is enough.
   */
  readonly inSight: string | null;
}

const osmCredit = '© OpenStreetMap';

/** Sources of these datasets, in the order of the datasets; each source with one licence stands once. */
export const creditsOf = (
  versions: readonly DatasetVersion[],
  datasets: readonly DatasetName[],
): readonly Credit[] => {
  const drawn = datasets.flatMap((dataset) => versions.filter((version) => version.dataset === dataset));
  const groups = Map.groupBy(drawn, ({ source, licence }) => `${source}\n${licence}`);
  return [...groups.values()].map((group) => ({
    source: group[0]?.source ?? '',
    licence: group[0]?.licence ?? '',
    datasets: [...new Set(group.map(({ dataset }) => dataset))],
    retrievedAt:
      group
        .map(({ retrievedAt }) => retrievedAt)
        .toSorted()
        .at(-1) ?? '',
    isModel: group.some(({ isModel }) => isModel),
    inSight: group.some(({ licence }) => /^ODbL/i.test(licence)) ? osmCredit : null,
  }));
};
