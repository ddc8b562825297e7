import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { createIndexBuilder } from '#core/place/geocode/build-index.ts';
import { createGeocoder, type Hit } from '#core/place/geocode/geocoder.ts';
import { latvia, oneMunicipality, syntheticAddresses } from '../test/official/addresses.ts';
import { type Asked, questionsOf } from './geocode-questions.ts';
import { percentile, quickest, timed } from './measure.ts';

/*
 * Finding addresses, in a process of its own so that its memory is its own:
 * node --expose-gc bench/geocode-run.ts country|municipality ADDRESSES QUESTIONS. Prints one line of JSON.
 */

export interface GeocodeRun {
  readonly addresses: number;
  readonly buildMs: number;
  readonly jsonMb: number;
  readonly gzipMb: number;
  readonly openMs: number;
  readonly memoryMb: number;
  readonly kinds: readonly {
    readonly kind: string;
    readonly asked: number;
    readonly p50Ms: number;
    readonly p99Ms: number;
    readonly worstMs: number;
    /** Share of questions of which the address meant is among the first three; null where none was. */
    readonly foundShare: number | null;
  }[];
  /** Of every question, in order: the quickest of three, because other work on the machine only ever slows down. */
  readonly milliseconds: readonly number[];
}

const collect = (): void => (globalThis as { gc?: () => void }).gc?.();
const usedMb = async () => {
  for (let i = 0; i < 3; i += 1) {
    collect();
    await setTimeout(20);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

const place = process.argv[2] === 'municipality' ? oneMunicipality : latvia;
const [count = 0, questions = 0] = process.argv.slice(3).map(Number);

const build = () => {
  const builder = createIndexBuilder('house');
  let adding = 0;
  for (const address of syntheticAddresses(count, place)) {
    const begun = performance.now();
    builder.add(address);
    adding += performance.now() - begun;
  }
  const begun = performance.now();
  const json = JSON.stringify(builder.finish());
  return { json, buildMs: adding + performance.now() - begun };
};
const { json, buildMs } = build();
const asked = questionsOf(syntheticAddresses(count, place), count, questions);
const before = await usedMb();
const { milliseconds: openMs, result: geocoder } = await timed(() => createGeocoder([JSON.parse(json)]));
const memoryMb = (await usedMb()) - before;

const answers: { readonly milliseconds: number; readonly result: readonly Hit[] }[] = [];
// The first questions are for the compiler.
for (const { text } of asked.slice(0, 200)) geocoder.search(text);
for (const { text } of asked) answers.push(await quickest(3, () => geocoder.search(text)));
const isFound = ({ address }: Asked, i: number): boolean =>
  answers[i]?.result
    .slice(0, 3)
    .some(
      ({ lonLat: [lon, lat] }) =>
        Math.abs(lon - address.lonLat[0]) < 2e-5 && Math.abs(lat - address.lonLat[1]) < 2e-5,
    ) === true;

const of = (kind: string, chosen: readonly number[]) => {
  const times = chosen.map((i) => answers[i]?.milliseconds ?? 0);
  const found = chosen.filter((i) => isFound(asked[i] as Asked, i)).length;
  return {
    kind,
    asked: chosen.length,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    worstMs: Math.max(...times),
    foundShare: found === 0 ? null : found / chosen.length,
  };
};
const all = asked.map((_, i) => i);
const kinds = [...new Set(asked.map(({ kind }) => kind))].map((kind) =>
  of(
    kind,
    all.filter((i) => asked[i]?.kind === kind),
  ),
);
const run: GeocodeRun = {
  addresses: count,
  buildMs,
  jsonMb: Buffer.byteLength(json) / 1e6,
  gzipMb: gzipSync(json, { level: 6 }).length / 1e6,
  openMs,
  memoryMb,
  kinds: [...kinds, of('all of them', all)],
  milliseconds: answers.map(({ milliseconds }) => milliseconds),
};
process.stdout.write(`${JSON.stringify(run)}\n`);
