import { afterEach } from 'vitest';
import type { EngineData } from '#server/db/queries/engine.ts';
import { createEngine, type EngineOptions, type OwnedEngine } from '#server/engine/index.ts';
import { region } from '../../toytown/toytown.ts';

const closing: OwnedEngine[] = [];

/** Ends the threads of every engine after each test of the file. */
export const closeAfterEach = () =>
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((engine) => engine.close()));
  });

/** A Monday noon in the week of toytown's timetable. */
const monday = { now: () => new Date('2026-11-23T10:00:00Z') };

/** An engine on toytown that says nothing. */
export function engineOn(data: EngineData, more: Partial<EngineOptions> = {}): OwnedEngine {
  const log = { info: () => undefined, error: () => undefined };
  const engine = createEngine({ data, region, clock: monday, log, ...more });
  closing.push(engine);
  return engine;
}
