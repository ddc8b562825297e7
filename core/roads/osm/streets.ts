import type { Bbox } from '../../place/units.ts';
import { type Areas, assembleAreas } from './areas.ts';
import { createBuiltUpJudge } from './built-up.ts';
import { collectOsm } from './collect.ts';
import { type Described, describeEdges } from './columns.ts';
import type { OsmExtract } from './extract.ts';
import type { OsmFile } from './file.ts';
import { buildNetwork, type Network } from './network.ts';
import { cutPieces, type Pieces } from './pieces.ts';
import { cutRuns, type Runs } from './runs.ts';
import { defaultOsmSettings, type OsmSettings } from './settings.ts';

export interface OsmOptions {
  /** Nothing outside is kept; null keeps the whole file. */
  readonly bounds: Bbox | null;
  readonly settings: OsmSettings;
}

export const defaultOsmOptions: OsmOptions = {
  bounds: null,
  settings: defaultOsmSettings,
};

/** Streets in columns, with everything the report and the drawn map are made from. */
export interface OsmStreets extends Described {
  readonly extract: OsmExtract;
  readonly runs: Runs;
  readonly pieces: Pieces;
  readonly network: Network;
  readonly areas: Areas;
}

/**
 * Reads the streets of an OpenStreetMap extract (PBF).
 *
 * @throws Problem `bad-import` for a broken file, one that needs what is not understood, or one without streets.
 */
export async function readStreets(file: OsmFile, options: OsmOptions): Promise<OsmStreets> {
  const extract = await collectOsm(file);
  const runs = cutRuns(extract, options.bounds);
  const pieces = cutPieces(extract, runs);
  const network = buildNetwork(extract, pieces);
  const areas = assembleAreas(extract);
  const judge = createBuiltUpJudge(extract, network, areas.areas, options.settings);
  const described = describeEdges(extract, network, judge, options.settings);
  return { ...described, extract, runs, pieces, network, areas };
}
