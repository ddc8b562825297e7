import { Findings } from '#core/findings.ts';
import type { RowCounts } from '#core/place/provenance.ts';
import type { Settlement, Territory } from '#core/place/territory.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { BroughtFile } from '../../context.ts';
import { readCspTerritories } from './csp-territories-read.ts';
import { buildTerritories } from './territory-build.ts';
import type { Before } from './territory-history.ts';
import { readVaramMunicipalities } from './varam-municipalities-read.ts';
import { readVarisTerritories } from './varis-territories-task.ts';

/** One official file of boundaries to be read, with what is known already. */
export interface TerritoryTask {
  readonly source: 'csp-territories' | 'varis-territories' | 'varam-municipalities';
  readonly file: BroughtFile;
  readonly before: Before & { readonly settlements: readonly Settlement[] };
}

interface Read {
  readonly territories: readonly Territory[];
  readonly settlements: readonly Settlement[];
  /** ISO 8601 day of the file; null where it states none. */
  readonly date: string | null;
  readonly source: string;
}

export interface TerritoryAnswer extends Read {
  readonly counts: RowCounts;
  readonly found: readonly ImportWarning[];
}

async function read({ source, file, before }: TerritoryTask, findings: Findings): Promise<Read> {
  switch (source) {
    case 'csp-territories': {
      const stated = await readCspTerritories(file, findings);
      const { rows } = buildTerritories(stated, before, findings);
      return { territories: rows, settlements: [], date: stated.date, source: stated.source };
    }
    case 'varis-territories':
      return { ...(await readVarisTerritories(file, before, findings)), date: null };
    case 'varam-municipalities':
      return { ...(await readVaramMunicipalities(file, before, findings)), settlements: [], date: null };
  }
}

/** Reads and builds, wherever it runs. @throws Problem `bad-import`, `too-large`. */
export async function readTerritories(task: TerritoryTask): Promise<TerritoryAnswer> {
  const findings = new Findings();
  const found = await read(task, findings);
  return { ...found, counts: findings.counts, found: findings.list() };
}
