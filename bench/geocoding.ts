import { gzipSync } from 'node:zlib';
import type { Address } from '#core/place/address.ts';
import { createIndexBuilder } from '#core/place/geocode/build-index.ts';
import { createGeocoder, type Geocoder } from '#core/place/geocode/geocoder.ts';
import {
  type Country,
  labelOf,
  latvia,
  oneMunicipality,
  syntheticAddresses,
} from '../test/official/addresses.ts';
import { percentile, quickest, timed } from './measure.ts';
import { type Figure, ms, printFigures } from './print.ts';

const aimMs = 5;
const asked = 400;

/** Two letters swapped in the first word that is long enough. */
const misspelt = (text: string): string =>
  text.replace(/\p{L}{5,}/u, (word) => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`);

const questions: readonly (readonly [what: string, ask: (address: Address) => string])[] = [
  ['a whole address', labelOf],
  ['a whole address, misspelt', (address) => misspelt(labelOf(address))],
  ['name and parish', ({ street, name, unit }) => `${street ?? ''} ${name} ${unit ?? ''}`],
  ['three letters', ({ street, name }) => (street ?? name).slice(0, 3)],
];

/** The quickest of three for each question: what else the machine does is no part of the answer. */
const measure = async (geocoder: Geocoder, texts: readonly string[]): Promise<readonly number[]> => {
  const times: number[] = [];
  for (const text of texts) times.push((await quickest(3, () => geocoder.search(text))).milliseconds);
  return times;
};

const heapMegabytes = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

const section = async (what: string, count: number, country: Country): Promise<void> => {
  const addresses = [...syntheticAddresses(count, country)];
  const builder = createIndexBuilder('house');
  const built = await timed(() => {
    for (const address of addresses) builder.add(address);
    return JSON.stringify(builder.finish());
  });
  const before = heapMegabytes();
  const opened = await timed(() => createGeocoder([JSON.parse(built.result)]));
  const figures: Figure[] = [
    { what: 'index', value: `${(built.result.length / 1e6).toFixed(1)} MB` },
    { what: 'index, packed', value: `${Math.round(gzipSync(built.result).length / 1000)} kB` },
    { what: 'to build', value: ms(built.milliseconds) },
    { what: 'to open', value: ms(opened.milliseconds) },
    { what: 'in memory', value: `${(heapMegabytes() - before).toFixed(0)} MB` },
  ];
  const picked = addresses.filter((_, i) => i % Math.ceil(count / asked) === 0);
  for (const [kind, ask] of questions) {
    const times = await measure(opened.result, picked.map(ask));
    const [half, most] = [percentile(times, 0.5), percentile(times, 0.99)];
    const value = `${ms(half)}, ${ms(most)}`;
    figures.push({ what: `${kind}: p50, p99`, value, aim: `p50 < ${aimMs} ms`, isMet: half < aimMs });
  }
  printFigures(what, figures);
};

/** How fast addresses are found, in a country and in one municipality, and how large their index is. */
export const geocoding = async (): Promise<void> => {
  await section('Finding one of 500,000 addresses', 500_000, latvia);
  await section('Finding one of 20,000 addresses of a municipality', 20_000, oneMunicipality);
};
