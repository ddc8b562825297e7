import { measureIds } from '#core/access/answer.ts';
import { modes } from '#core/roads/street.ts';
import { median, percentile, timed } from './measure.ts';
import { type Figure, ms } from './print.ts';

const requests = 200;

/** Whole access answers (all cells, all libraries) from a running server, received to the last byte. */
export async function answerFigures(url: string): Promise<Figure[]> {
  const first: Figure[] = [];
  for (const mode of modes) {
    const { milliseconds } = await timed(() =>
      fetchAll(`${url}/api/v1/access/nearest?offer=museum&mode=${mode}`),
    );
    first.push({ what: `first answer by ${mode}`, value: ms(milliseconds) });
  }
  const fresh = await timeEach((i) => freshQuery(url, i));
  const cached = await timeEach(() => freshQuery(url, 0));
  const size = await fetchAll(freshQuery(url, 0));
  return [
    ...first,
    { what: 'bytes of one answer before compression', value: size.toLocaleString('en') },
    { what: `a fresh query each, median of ${requests}`, value: ms(median(fresh)) },
    ...p95('a fresh query each, 95th percentile', fresh, 300),
    { what: `the same query again, median of ${requests}`, value: ms(median(cached)) },
    ...p95('the same query again, 95th percentile', cached, 50),
  ];
}

function p95(what: string, values: readonly number[], aimMs: number): Figure[] {
  const value = percentile(values, 0.95);
  return [{ what, value: ms(value), aim: `under ${aimMs} ms`, isMet: value < aimMs }];
}

/** Measures, modes and times allowed in turn, so that no two are alike. */
function freshQuery(url: string, i: number): string {
  const measure = measureIds[i % measureIds.length];
  const mode = modes[Math.floor(i / measureIds.length) % modes.length];
  const cutoffMinutes = 5 + Math.floor(i / (measureIds.length * modes.length));
  return `${url}/api/v1/access/${measure}?offer=library&mode=${mode}&cutoffMinutes=${cutoffMinutes}`;
}

async function timeEach(urlOf: (i: number) => string): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < requests; i += 1) all.push((await timed(() => fetchAll(urlOf(i)))).milliseconds);
  return all;
}

async function fetchAll(url: string): Promise<number> {
  const response = await fetch(url);
  const body = await response.arrayBuffer();
  if (!response.ok)
    throw new Error(`${response.status} from ${url}: ${new TextDecoder().decode(body).slice(0, 500)}`);
  return body.byteLength;
}
