import { createDays } from '#core/transit/day.ts';
import { linkTimetable } from '#core/transit/link.ts';
import { percentileMinutes } from '#core/transit/percentile.ts';
import { profileFrom, profileTo } from '#core/transit/range.ts';
import { createRaptor, type Raptor } from '#core/transit/raptor.ts';
import { noTime } from '#core/transit/timetable.ts';
import { type Walks, walksOf, walksTo } from '#core/transit/walks.ts';
import { hasPortoAlegre, monday, readPortoAlegre } from '../test/core/transit/porto-alegre.ts';
import { createConnectionScan } from './connection-scan.ts';
import { median, timed } from './measure.ts';
import { type Figure, ms, printFigures, say, times } from './print.ts';

const noon = 12 * 3600;
const hour = 3600;
const maxTravelMinutes = 180;
/** Everything one may need to answer for departures from noon to one o'clock. */
const range = {
  earliestSeconds: noon,
  latestSeconds: noon + 59 * 60 + maxTravelMinutes * 60,
  maxSeconds: maxTravelMinutes * 60,
};

/**
 * Public transport on both feeds of Porto Alegre, a Monday at noon, from and to each of the 1,227 cells, walks on
 * the streets. The peer is a textbook connection scan in the same run; its sums must be ours.
 */
export async function publicTransport(): Promise<void> {
  if (!hasPortoAlegre) {
    say('\nPublic transport: skipped, the files of Porto Alegre are not here');
    return;
  }
  const { graph, index, network, cells } = await readPortoAlegre();
  const { timetable, settings, transfers } = network;
  const link = await timed(() => linkTimetable(graph, index, timetable, settings));
  const points = cells.map(({ lonLat }) => lonLat);
  const stops = timetable.stops.map(({ lonLat }) => lonLat);
  const homes = await timed(() => walksTo(graph, index, points, stops, settings.maxAccessWalkMinutes * 60));
  const walks = homes.result;
  const day = await timed(() => createDays(timetable)(monday));
  const raptor = createRaptor(network, day.result);
  const count = (value: number) => value.toLocaleString('en');
  const title = `${count(stops.length)} stops, ${count(day.result.serviceTripCount)} trips, ${count(cells.length)} cells`;
  printFigures(`Public transport, Porto Alegre: ${title}`, [
    {
      what: `linking the stops: ${count(transfers.stop.length)} walks between stops`,
      value: ms(link.milliseconds),
    },
    { what: `${count(walks.stop.length)} walks from cells to stops`, value: ms(homes.milliseconds) },
    { what: 'laying out the day, both directions', value: ms(day.milliseconds) },
    ...searches(raptor, walks),
    ...ranges(raptor, walks),
  ]);
}

/** Median milliseconds over cells, each `step`-th, after as many to warm up. */
function each(cells: number, step: number, work: (cell: number) => void): number {
  const took: number[] = [];
  for (const isWarm of [false, true]) {
    for (let cell = 0; cell < cells; cell += step) {
      const start = performance.now();
      work(cell);
      if (isWarm) took.push(performance.now() - start);
    }
  }
  return median(took);
}

function searches(raptor: Raptor, walks: Walks): Figure[] {
  const { network, day } = raptor;
  const cells = walks.offset.length - 1;
  const scan = createConnectionScan(day.schedule, network.transfers, network.settings.changeSeconds);
  const forward = each(cells, 1, (cell) => raptor.forward(walksOf(walks, cell), noon));
  const peer = each(cells, 1, (cell) => scan(walksOf(walks, cell), noon));
  // The peer does not count rides, so for equal sums ours must not be short of them.
  const isEqual = Array.from({ length: cells }, (_, cell) => cell).every((cell) => {
    const seeds = walksOf(walks, cell);
    return sum(raptor.forward(seeds, noon, { maxRides: 16 }).seconds) === sum(scan(seeds, noon));
  });
  if (!isEqual) throw new Error('arrivals differ from those of the connection scan');
  return [
    { what: 'one cell to all stops, leaving at noon, 4 rides: median', value: ms(forward) },
    { what: '  connection scan, any number of rides: median', value: ms(peer) },
    { what: '  ratio', value: times(peer / forward) },
    {
      what: '  sums of arrivals, any number of rides',
      value: 'equal',
      aim: `equal for ${cells} cells`,
      isMet: isEqual,
    },
    {
      what: "all stops to one cell, there by one o'clock: median",
      value: ms(each(cells, 1, (cell) => raptor.backward(walksOf(walks, cell), noon + hour))),
    },
  ];
}

function ranges(raptor: Raptor, walks: Walks): Figure[] {
  const cells = walks.offset.length - 1;
  const step = 25;
  const from = each(cells, step, (cell) => profileFrom(raptor, walksOf(walks, cell), range));
  const to = each(cells, step, (cell) => profileTo(raptor, walksOf(walks, cell), range));
  const single = each(cells, step, (cell) => {
    for (let minute = 0; minute < 60; minute += 1) raptor.forward(walksOf(walks, cell), noon + 60 * minute);
  });
  const profile = profileTo(raptor, walksOf(walks, 0), range);
  const window = { fromSeconds: noon, windowMinutes: 60, percentile: 50 };
  const direct = new Int32Array(cells).fill(noTime);
  return [
    { what: 'one cell to all stops, every journey of 60 departures: median', value: ms(from) },
    { what: '  60 single searches: median', value: ms(single) },
    { what: '  ratio', value: times(single / from) },
    { what: 'all stops to one cell, every journey of 60 departures: median', value: ms(to) },
    {
      what: '  and the median departure of each cell out of it',
      value: ms(each(cells, step, () => percentileMinutes(profile, walks, direct, window, maxTravelMinutes))),
    },
  ];
}

const sum = (seconds: Int32Array) => seconds.reduce((total, each) => total + (each === noTime ? 1 : each), 0);

if (import.meta.main) await publicTransport();
