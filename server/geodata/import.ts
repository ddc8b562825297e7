import { fileSources, userDatasets } from '#core/place/provenance.ts';
import type { Config } from '../config.ts';
import type { Imports } from '../context.ts';
import { createImports } from '../import/index.ts';
import { importShipped } from '../import/shipped/shipped.ts';
import { geodataFolder, openRegion } from '../region.ts';
import type { Storage } from '../storage.ts';
import { language, say, sayRenamed } from '../terminal.ts';
import { createBar } from './bar.ts';
import { cancellable } from './cancel.ts';
import { type Command, type Given, textOption } from './command.ts';
import { readOrder } from './order.ts';
import { outcomeOptions, present } from './outcome.ts';
import { clock, hereOrThere, whileThere } from './reach.ts';

/** Imports of this process, which holds the database. What ships comes first: venues and events refer to it. */
export const importsHere = async ({ database }: Storage, config: Config): Promise<Imports> => {
  const region = await openRegion(config.region);
  const source = { region, folder: geodataFolder };
  await importShipped(database, source, clock.now(), () => undefined, sayRenamed);
  const onImported = async () => undefined;
  const log = { error: (...said: readonly unknown[]) => say(said.map(String).join(' ')) };
  return createImports({ database, region, clock, onImported, log });
};

/** Does one import, or only looks; false where the arguments name none. */
export const carryOut = async (given: Given, isCheck: boolean): Promise<boolean> => {
  const [name, ...files] = given.positionals;
  const order = await readOrder(name, files, textOption(given, 'list'));
  if (order === null) return false;
  const bar = createBar();
  const report = await cancellable((signal) => {
    const mapIn = textOption(given, 'map') === undefined ? {} : { mapIn: language };
    const manner = { isCheck, ...mapIn, signal, progress: bar.step };
    return hereOrThere(
      async (storage, config) => order.here(await importsHere(storage, config), manner),
      (server) => whileThere(server, bar.step, () => order.there(server, manner)),
    ).finally(bar.clear);
  });
  await present(given, report);
  return true;
};

/** Brings a list or files into the database. */
export const importCommand: Command = {
  name: 'import',
  usage: [
    'import SOURCE FILE [FILE ...] [--list NAME] [--map FILE.svg] [--report FILE.csv|FILE.json]',
    `  SOURCE: ${[...userDatasets, ...fileSources].join(', ')}`,
  ],
  options: { list: { type: 'string' }, ...outcomeOptions },
  run: (given) => carryOut(given, false),
};
