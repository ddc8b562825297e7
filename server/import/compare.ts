import type { Geometry } from 'geojson';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { differenceScene } from '#core/map/difference.ts';
import { toSvg } from '#core/map/svg.ts';
import type { Difference } from '#core/place/difference.ts';
import type { ImportManner, ImportReport } from '../context.ts';
import { compareVersions, readChangedShapes, readReplaced } from '../db/queries/difference.ts';
import { readAll } from '../db/queries/items.ts';
import { territoryCollection } from '../db/queries/territories.ts';
import { stoppable } from '../db/stoppable.ts';
import type { Built } from './build.ts';
import type { ImportsOptions } from './importer.ts';

type Options = Pick<ImportsOptions, 'database' | 'region'>;

/** So many rows of each kind are drawn: more would be one spot. */
const drawnRows = 3000;

const draw = async (
  { database: { bulk }, region }: Options,
  { id, dataset }: Built,
  difference: Difference,
  language: Language,
): Promise<string> => {
  const replaced = await readReplaced(bulk, id);
  const shapes = await readChangedShapes(bulk, dataset, id, replaced, drawnRows);
  const territories = await readAll(bulk, territoryCollection);
  const borders = territories.flatMap(({ kind, geometry }): Geometry[] =>
    geometry !== null && (kind === 'town' || kind === 'parish') ? [geometry] : [],
  );
  const scene = differenceScene({
    dataset: words[language].shell.aboutData.names[dataset],
    drawn: { difference, shapes, limit: drawnRows },
    borders,
    bounds: region.bounds,
    crs: region.crs,
    language,
  });
  return toSvg(scene);
};

/**
 * What versions that are built change against those that they take the place of, and a drawing of the first of
 * them where one is asked for.
 */
export const compare = async (
  { database, region }: Options,
  built: readonly Built[],
  { mapIn, progress, signal }: ImportManner,
): Promise<Required<Pick<ImportReport, 'differences'>> & Pick<ImportReport, 'map'>> => {
  const bulk = stoppable(database.bulk, signal);
  const differences: Difference[] = [];
  for (const [done, { id, dataset }] of built.entries()) {
    progress?.({ what: 'compare', done, of: built.length });
    const difference = await compareVersions(bulk, dataset, id, await readReplaced(bulk, id));
    if (difference !== null) differences.push(difference);
  }
  const [main] = built;
  const first = differences.find(({ dataset }) => dataset === main?.dataset);
  if (mapIn === undefined || main === undefined || first === undefined) return { differences };
  return { differences, map: await draw({ database: { ...database, bulk }, region }, main, first, mapIn) };
};
