import type { Findings } from '#core/findings.ts';
import type { Settlement, Territory } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import type { BroughtFile } from '../../context.ts';
import { openShapefiles } from '../format/shapefile.ts';
import { buildTerritories } from './territory-build.ts';
import { centreOf } from './territory-centre.ts';
import type { Before } from './territory-history.ts';
import { toPlane } from './territory-plane.ts';
import { planeToDegrees } from './territory-rows.ts';
import { readVarisUnits } from './varis-territories-read.ts';
import { readVillages, SettlementIds, townSettlements } from './varis-territories-villages.ts';

/** Units of `aw_shp.zip` and the villages in them; no villages where the archive holds none. */
export async function readVarisTerritories(
  file: BroughtFile,
  before: Before & { readonly settlements: readonly Settlement[] },
  findings: Findings,
): Promise<{
  readonly territories: readonly Territory[];
  readonly settlements: readonly Settlement[];
  readonly source: string;
}> {
  const archive = openShapefiles(file);
  try {
    const { stated, codeByKey } = await readVarisUnits(archive, findings);
    const { rows, ids, shapes, areSwapped } = buildTerritories(stated, before, findings);
    const own = new Set(rows.filter(({ kind }) => kind === 'town' || kind === 'parish').map(({ id }) => id));
    const toLonLat = planeToDegrees(before.region);
    const unitOf = (key: string) => {
      const id = ids.get(codeByKey.get(key) ?? '');
      return id !== undefined && own.has(id) ? id : undefined;
    };
    const centres = new Map<string, LonLat>();
    for (const [id, shape] of shapes) {
      const centre = centreOf(shape);
      if (centre !== null) centres.set(id, toLonLat(centre));
    }
    const settlementIds = new SettlementIds(before.settlements);
    const towns = townSettlements(rows, centres, settlementIds);
    const context = {
      unitOf,
      toPlane: toPlane(stated.epsg, before.region),
      toLonLat,
      areSwapped,
      known: before.settlements,
      source: stated.source,
    };
    const villages = await readVillages(archive, context, settlementIds, findings);
    return {
      territories: rows,
      settlements: villages.length === 0 ? [] : [...towns, ...villages],
      source: stated.source,
    };
  } finally {
    archive.close();
  }
}
