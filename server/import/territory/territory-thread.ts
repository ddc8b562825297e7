import { Worker } from 'node:worker_threads';
import { Findings } from '#core/findings.ts';
import { Problem } from '#core/problem.ts';
import type { BroughtFile } from '../../context.ts';
import { readPlaces } from '../../db/queries/places.ts';
import { readStoredTerritories } from '../../db/queries/stored-territories.ts';
import { readTerritoryCodes } from '../../db/queries/territory-codes.ts';
import type { ReadOptions } from '../importer.ts';
import type { TerritoryAnswer, TerritoryTask } from './territory-task.ts';
import type { TerritoryResult } from './territory-worker.ts';

/** What a thread found, as if it had been found here. */
function gathered({ counts, found }: TerritoryAnswer): Findings {
  const findings = new Findings();
  findings.read(counts.read);
  findings.kept(counts.kept - counts.corrected);
  findings.corrected(counts.corrected);
  for (const finding of found) {
    if (finding.effect === 'dropped') findings.drop(finding);
    else findings.add(finding);
  }
  return findings;
}

/**
 * Reads an official file of boundaries on a thread of its own, because the shapes of a country take seconds and the
 * server has to go on answering.
 * @throws Problem `bad-import`, `too-large`.
 */
export async function readOnThread(
  source: TerritoryTask['source'],
  file: BroughtFile,
  { database, region, progress }: ReadOptions,
): Promise<TerritoryAnswer & { readonly findings: Findings }> {
  const territories = await readStoredTerritories(database.db);
  const codes = await readTerritoryCodes(database.db);
  const { settlements } = await readPlaces(database.db);
  // Nobody knows how much there is to do; asking tells whether it is still wanted.
  const tick = () => progress?.({ what: file.name, done: 0, of: null });
  const result = await start({ source, file, before: { region, territories, codes, settlements } }, tick);
  if ('code' in result) throw new Problem(result.code, { faults: result.faults, values: result.values });
  return { ...result, findings: gathered(result) };
}

const tickMilliseconds = 500;

const start = (task: TerritoryTask, tick: () => void): Promise<TerritoryResult> =>
  new Promise<TerritoryResult>((resolve, reject) => {
    const worker = new Worker(new URL('./territory-worker.ts', import.meta.url), { workerData: task });
    const end = (settle: () => void) => {
      clearInterval(timer);
      settle();
    };
    const timer = setInterval(() => {
      try {
        tick();
      } catch (cancelled) {
        end(() => reject(cancelled));
        void worker.terminate();
      }
    }, tickMilliseconds);
    worker.once('message', (result: TerritoryResult) => end(() => resolve(result)));
    worker.once('error', (cause) => end(() => reject(new Problem('internal', { cause }))));
    worker.once('exit', (code) =>
      end(() => reject(new Problem('internal', { cause: new Error(`exit ${code}`) }))),
    );
  });
