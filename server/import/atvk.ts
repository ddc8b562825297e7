import { Findings } from '#core/findings.ts';
import type { TerritoryCode } from '#core/place/atvk.ts';
import type { Territory } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import { readStoredTerritories } from '../db/queries/stored-territories.ts';
import type { FilesImporter } from './importer.ts';
import { type AtvkLinks, joinCodes } from './territory/atvk-links.ts';
import { atvkShape, readClassifier, readTransition } from './territory/atvk-read.ts';
import { readOfficialTable } from './venue/kisc-objects-table.ts';

type Classified = ReturnType<typeof readClassifier>;

/** How many codes were inferred until now, and how many of them wrongly. */
function sayInferred(
  territories: readonly Territory[],
  codes: readonly TerritoryCode[],
  findings: Findings,
): void {
  const inferred = territories.filter((row) => row.atvk2021IsInferred && row.atvk2009 !== null);
  const real = inferred.flatMap(({ atvk2009, atvk2021 }) => {
    const found = codes.filter(
      (row) => row.generation === '2021' && row.validTo === null && row.predecessors.includes(atvk2009 ?? ''),
    );
    const [only, second] = [...new Set(found.map(({ code }) => code))];
    return only === undefined || second !== undefined ? [] : [only !== atvk2021];
  });
  if (real.length === 0) return;
  const values = { count: real.length, wrong: real.filter((isWrong) => isWrong).length };
  findings.add({ code: 'codes-inferred-now-real', values });
}

/**
 * The classifier of administrative units (ATVK): the list of codes with their validity, the transition table of 2021,
 * or both. Where it is current, codes that were only inferred give way to its own, and importers of boundaries take
 * the history of units from it.
 */
export const atvk: FilesImporter = async ({ database }, files) => {
  const findings = new Findings();
  const classified: Classified = [];
  const links: AtvkLinks[] = [];
  for (const file of files) {
    const table = await readOfficialTable(file, atvkShape, findings);
    if (table.fields.has('municipality2021')) links.push(...readTransition(table, file.name, findings));
    else classified.push(...readClassifier(table, file.name, findings));
  }
  const codes = joinCodes(classified, links, findings);
  if (codes.length === 0) {
    const field = files.map(({ name }) => name).join(', ');
    throw new Problem('bad-import', { faults: [{ field, fault: 'missing', expected: 'Code / tv_kods' }] });
  }
  sayInferred(await readStoredTerritories(database.db), codes, findings);
  return {
    contents: [{ dataset: 'codes', rows: codes }],
    warnings: [],
    findings,
    title: `ATVK: ${files.map(({ name }) => name).join(', ')}`,
    source: 'Centrālā statistikas pārvalde (CSP), ATVK',
    licence: 'CC BY 4.0',
  };
};
