import { modes } from '#core/roads/street.ts';
import { travelModes } from '#core/transit/travel-mode.ts';
import { createEngine } from '#server/engine/index.ts';
import { timed } from './measure.ts';
import { type Figure, ms, printFigures, seconds } from './print.ts';
import { shippedData, shippedRegion } from './shipped-data.ts';

/** A Monday of a school term, so that everything of the model timetable runs. */
const now = new Date('2026-11-23T06:00:00Z');
const days = 31;

/**
 * Everything that the server computes ahead on the shipped model: travel from every cell to every venue by every mode,
 * and the round trips of a month's dates, by two threads and without anything kept from before.
 */
export async function wholeMatrix(): Promise<void> {
  const to = new Date(now.getTime() + days * 86_400_000);
  const data = await shippedData(now, to);
  const log = { info: () => undefined, error: () => undefined };
  const engine = createEngine({ data, region: shippedRegion, clock: { now: () => now }, log });
  try {
    const read = await timed(() => engine.refresh());
    const counts = new Map<string, number>();
    const tell = (part: string, done: number) => counts.set(part, done);
    const matrix = await timed(() => engine.computeTravelTimes({ tell }));
    const places = [...counts.values()].reduce((sum, done) => sum + done, 0);
    let dates = 0;
    const tellDates = (_part: string, done: number) => {
      dates = done;
    };
    const trips = await timed(() => engine.computeRoundTrips(days, { tell: tellDates }));
    const cells = (await data.readCells()).length;
    printFigures(`The whole matrix of the shipped model, ${cells.toLocaleString('en')} cells`, [
      { what: 'streets, timetable, homes and venues into memory', value: ms(read.milliseconds) },
      {
        what: `${places} columns, ${travelModes.length} modes (threads, snapping and linking of stops included)`,
        value: seconds(matrix.milliseconds),
      },
      { what: 'a column', value: ms(matrix.milliseconds / places) },
      { what: `round trips by public transport to ${dates} dates`, value: seconds(trips.milliseconds) },
      { what: 'a date, all cells', value: ms(trips.milliseconds / dates) },
      ...(await otherModes(engine, to)),
    ]);
  } finally {
    await engine.close();
  }
}

async function otherModes(engine: ReturnType<typeof createEngine>, to: Date): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const mode of modes) {
    const { milliseconds, result } = await timed(() =>
      engine.territoryRoundTrips(shippedRegion.municipalityId, mode, now.toISOString(), to.toISOString()),
    );
    const what = `the same dates by ${mode}, ${result.occurrences.length} of them, answered for all cells`;
    figures.push({ what, value: seconds(milliseconds) });
  }
  return figures;
}
