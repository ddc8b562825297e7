import { Findings } from '#core/findings.ts';
import type { RowCounts } from '#core/place/provenance.ts';
import type { Territory } from '#core/place/territory.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { BroughtFile } from '../context.ts';
import { readCspTerritories } from './csp-territories-read.ts';
import { buildTerritories } from './territory-build.ts';
import type { Before } from './territory-history.ts';

/** One official file of boundaries to be read, with what is known already. */
export interface TerritoryTask {
  readonly source: 'csp-territories';
  readonly file: BroughtFile;
  readonly before: Before;
}

export interface TerritoryAnswer {
  readonly territories: readonly Territory[];
  /** ISO 8601 day of the file; null where it states none. */
  readonly date: string | null;
  readonly source: string;
  readonly counts: RowCounts;
  readonly found: readonly ImportWarning[];
}

/** Reads and builds, wherever it runs. @throws Problem `bad-import`, `too-large`. */
export async function readTerritories({ file, before }: TerritoryTask): Promise<TerritoryAnswer> {
  const findings = new Findings();
  const stated = await readCspTerritories(file, findings);
  const { rows } = buildTerritories(stated, before, findings);
  return {
    territories: rows,
    date: stated.date,
    source: stated.source,
    counts: findings.counts,
    found: findings.list(),
  };
}
