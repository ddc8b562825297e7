import { readFile, stat } from 'node:fs/promises';
import { Findings } from '#core/findings.ts';
import { Problem } from '#core/problem.ts';
import type { BroughtFile } from '../context.ts';
import { cellCollection } from '../db/queries/cells.ts';
import { readAll } from '../db/queries/items.ts';
import { readPlaces } from '../db/queries/places.ts';
import type { FilesImporter } from './importer.ts';
import { createPauses } from './pauses.ts';
import { readPopulationTable } from './people/csp-population-csv.ts';
import { readJsonStat, type StatedTable } from './people/csp-population-json.ts';
import { Totals } from './people/csp-population-totals.ts';
import { sayUnits, withTotals } from './people/csp-population-units.ts';
import { sayTotals } from './people/population-agreement.ts';

/** A whole country by single years of age is a few megabytes. */
const mostBytes = 50_000_000;

const textOf = async ({ name, path }: BroughtFile): Promise<string> => {
  if ((await stat(path)).size > mostBytes) throw new Problem('too-large', { values: { limit: mostBytes } });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (cause) {
    throw new Problem('bad-import', {
      faults: [{ field: name, fault: 'malformed', expected: 'UTF-8' }],
      cause,
    });
  }
};

/**
 * Residents of municipalities, towns and parishes by year, and by age where a table has it, as the portal of the
 * Central Statistical Bureau of Latvia gives them (PxWeb, json-stat2 or CSV with codes). All units of the file are
 * kept by their codes; which of them are on the map is found when they are shown.
 */
export const cspPopulation: FilesImporter = async ({ database, progress }, files) => {
  const findings = new Findings();
  const totals = new Totals(findings);
  const tables: StatedTable[] = [];
  const pause = createPauses();
  for (const [done, file] of files.entries()) {
    progress?.({ what: file.name, done, of: files.length });
    const text = await textOf(file);
    const read = text.trimStart().startsWith('{') ? readJsonStat : readPopulationTable;
    const table = read(text, file.name, findings);
    for (const count of table.counts) {
      totals.take(count, file.name);
      await pause();
    }
    tables.push({ ...table, counts: [] });
  }
  const titles = tables.map(({ title }, i) => title ?? files[i]?.name ?? '');
  const source = `Central Statistical Bureau of Latvia: ${titles.join('; ')}`.slice(0, 300);
  const rows = totals.list(source);
  if (rows.length === 0) {
    throw new Problem('bad-import', {
      faults: [
        {
          field: files.map(({ name }) => name).join(', '),
          fault: 'missing',
          expected: 'AREA LV0052000, TIME 2025',
        },
      ],
    });
  }
  const { territories } = await readPlaces(database.bulk);
  sayUnits(territories, rows, findings);
  const cells = (await readAll(database.bulk, cellCollection)).filter(({ isModel }) => !isModel);
  if (cells.length > 0) sayTotals(withTotals(territories, rows), cells, findings);
  const updated = tables
    .flatMap((table) => (table.updated === null ? [] : [table.updated]))
    .toSorted()
    .at(-1);
  return {
    contents: [{ dataset: 'population-totals', rowCount: rows.length, totals: rows }],
    warnings: [],
    findings,
    title: titles.join('; ').slice(0, 300),
    source,
    licence: 'CC BY 4.0',
    ...(updated === undefined ? {} : { retrievedAt: updated }),
  };
};
