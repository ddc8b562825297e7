import { execFile } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { syntheticAddresses } from '../test/official/addresses.ts';
import { type Similar, searchSimilar } from './geocode-peer.ts';
import { questionsOf } from './geocode-questions.ts';
import type { GeocodeRun } from './geocode-run.ts';
import { percentile } from './measure.ts';
import { type Peer, startPeer } from './peer.ts';
import { type Figure, ms, printFigures, say, seconds, times } from './print.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('./geocode-run.ts', import.meta.url));

const aimMs = 10;
/** The peer is asked only so many of the questions, evenly spread, since it takes far longer. */
const peerQuestions = 12;

const megabytes = (value: number) => `${value.toFixed(1)} MB`;
const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)} %`);

const kindFigures = ({ kinds }: GeocodeRun): Figure[] =>
  kinds.map(
    ({ kind, asked, p50Ms, p99Ms, worstMs, foundShare }, i): Figure => ({
      what: `${kind}: ${asked} questions`,
      value: `${ms(p50Ms)}, ${ms(p99Ms)}, ${ms(worstMs)}; ${percent(foundShare)}`,
      ...(i === kinds.length - 1
        ? {
            aim: `a geocoding answer in the low milliseconds: 99 % within ${aimMs} ms`,
            isMet: p99Ms <= aimMs,
          }
        : {}),
    }),
  );

const peerFigures = (ours: GeocodeRun, { buildMs, indexMb, chosen, answers }: Similar): Figure[] => {
  const theirs = percentile(
    answers.map(({ milliseconds }) => milliseconds),
    0.5,
  );
  const own = percentile(
    chosen.map((i) => ours.milliseconds[i] ?? Number.NaN),
    0.5,
  );
  const found = answers.filter(({ isFound }) => isFound).length / answers.length;
  return [
    { what: 'pg_trgm: writing the rows and the GIN index', value: seconds(buildMs) },
    { what: 'pg_trgm: size of the table with its index', value: megabytes(indexMb) },
    {
      what: `pg_trgm: median of ${answers.length} of the same questions; the one meant`,
      value: `${ms(theirs)}; ${percent(found)}`,
    },
    {
      what: 'ours against it, median of these',
      value: times(theirs / own),
      aim: 'at least 10 x',
      isMet: theirs >= 10 * own,
    },
  ];
};

const ask = async (place: 'country' | 'municipality', addresses: number, questions: number) => {
  const flags = ['--disable-warning=ExperimentalWarning', '--expose-gc', child];
  const { stdout } = await run(process.execPath, [...flags, place, `${addresses}`, `${questions}`], {
    maxBuffer: 1 << 24,
  });
  return JSON.parse(stdout) as GeocodeRun;
};

const ownFigures = (ours: GeocodeRun): Figure[] => [
  { what: 'building the index', value: seconds(ours.buildMs) },
  {
    what: 'the index as it is kept; as it is sent, packed',
    value: `${megabytes(ours.jsonMb)}; ${megabytes(ours.gzipMb)}`,
  },
  { what: 'opening it for searching', value: ms(ours.openMs) },
  { what: 'memory while it is open', value: megabytes(ours.memoryMb) },
  ...kindFigures(ours),
];

const title = ({ addresses }: GeocodeRun) =>
  `Finding one of ${addresses.toLocaleString('en')} addresses: median, 99 %, longest; the one meant among the first three`;

/** Finding addresses by what people type, and the similarity of trigrams in PostgreSQL beside it. */
export async function geocoding(peer: Peer | null, addresses = 500_000, questions = 2000): Promise<void> {
  const ours = await ask('country', addresses, questions);
  const figures = ownFigures(ours);
  if (peer === null) say('\nPeer of geocoding: not installed: apt-get install postgresql-15-postgis-3');
  else {
    const asked = questionsOf(syntheticAddresses(addresses), addresses, questions);
    const similar = await searchSimilar(peer, syntheticAddresses(addresses), asked, peerQuestions);
    figures.push(...peerFigures(ours, similar));
  }
  printFigures(title(ours), figures);
  const small = await ask('municipality', addresses / 25, questions);
  printFigures(title(small), ownFigures(small));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [port = '54320', addresses, questions] = process.argv.slice(2).map(Number);
  const peer = await startPeer(Number(port));
  try {
    await geocoding(peer, addresses, questions);
  } finally {
    await peer?.stop();
  }
}
