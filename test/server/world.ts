/** The whole HTTP side over a real database with the shipped data, at a fixed moment. */
import type { Express } from 'express';
import { pino } from 'pino';
import { createApp } from '#server/app.ts';
import type { Context } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { createEngineData } from '#server/db/queries/engine.ts';
import { createFigureStore } from '#server/db/queries/figures.ts';
import { withinRegion } from '#server/db/queries/region-data.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { createEngine } from '#server/engine/index.ts';
import { createFigures } from '#server/figures/index.ts';
import { layOutDates } from '#server/jobs/lay-out-dates.ts';
import { readMethodPages } from '#server/methods.ts';
import { readRegion } from '#server/region.ts';
import { openTestDatabase } from '../queries/harness.ts';

/** A Thursday in the week in which clocks go back. */
export const now = new Date('2026-10-22T09:00:00Z');

export interface World {
  readonly context: Context;
  readonly app: Express;
  close(): Promise<void>;
}

/** @param regionName of a file in `geodata/regions` whose data ship. */
export async function openWorld(regionName = 'tukums'): Promise<World> {
  const database = await openTestDatabase();
  await layOutDates(database, now);
  const region = await readRegion(regionName);
  const log = pino({ level: 'silent' });
  const clock = { now: () => now };
  const engine = createEngine({ data: createEngineData(database.db), region, clock, log });
  await engine.refresh();
  const data = createData(database.db, () => readCurrentVersions(database.db), region);
  const softwareVersion = '0.0.1';
  const store = createFigureStore(database.db);
  const readVersions = () => readCurrentVersions(database.db);
  const figures = createFigures({ store, engine, data, readVersions, region, clock, softwareVersion });
  const noImports = () => Promise.reject(new Error('no imports in this world'));
  const imports = {
    importCsv: noImports,
    importFiles: noImports,
    use: noImports,
    forget: noImports,
    retire: noImports,
    underWay: () => null,
  };
  const jobs = { progress: () => ({ jobs: [] }) };
  const context: Context = {
    region,
    data: withinRegion(data, region),
    engine,
    imports,
    figures,
    jobs,
    clock,
    log,
  };
  const app = createApp(context, {
    importToken: null,
    clientFolder: 'test/server/no-client',
    softwareVersion,
    methods: await readMethodPages(),
    limits: { readsPerMinute: 100_000, writesPerMinute: 100_000, figuresPerHour: 100_000 },
  });
  return {
    context,
    app,
    close: async () => {
      await engine.close();
      await database.drop();
    },
  };
}
