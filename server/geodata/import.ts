import { sayWarning } from '#core/language/warnings.ts';
import { fileSources, userDatasets } from '#core/place/provenance.ts';
import type { ImportReport } from '../context.ts';
import { createImports } from '../import/index.ts';
import { importShipped } from '../import/shipped.ts';
import { geodataFolder, readRegion } from '../region.ts';
import { language, say, sayRenamed } from '../terminal.ts';
import { type Command, textOption } from './command.ts';
import { type Order, readOrder } from './order.ts';
import { clock, hereOrThere } from './reach.ts';

/** Opens the database itself; the shipped lists come first, because venues and events refer to them. */
const importBy = (order: Order): Promise<ImportReport> =>
  hereOrThere(async ({ database }, config) => {
    const region = await readRegion(config.region);
    const source = { region, folder: geodataFolder };
    await importShipped(database, source, clock.now(), () => undefined, sayRenamed);
    const onImported = async () => undefined;
    const log = { error: (...said: readonly unknown[]) => say(said.map(String).join(' ')) };
    return order.here(createImports({ database, region, clock, onImported, log }));
  }, order.there);

const printReport = (report: ImportReport): void => {
  for (const warning of report.warnings) say(`! ${sayWarning(warning, language)}`);
  say(`${report.dataset}/${report.list}: ${report.rows} rows, version ${report.versionId}`);
  for (const { dataset, rows } of report.also ?? []) say(`${dataset}/${report.list}: ${rows} rows`);
  // What was read of streets is in the sentences above; the rest of it at GET /api/v1/streets.
  if (report.report !== undefined && report.dataset !== 'streets') {
    say(JSON.stringify(report.report, null, 2));
  }
};

/** Brings a list or files into the database. */
export const importCommand: Command = {
  name: 'import',
  usage: [
    ...userDatasets.map((dataset) => `import ${dataset} FILE.csv [--list NAME]`),
    'import SOURCE FILE [FILE ...] [--list NAME]',
    `  SOURCE: ${fileSources.join(', ')}`,
  ],
  options: { list: { type: 'string' } },
  run: async (given) => {
    const [name, ...files] = given.positionals;
    const order = await readOrder(name, files, textOption(given, 'list'));
    if (order === null) return false;
    printReport(await importBy(order));
    return true;
  },
};
