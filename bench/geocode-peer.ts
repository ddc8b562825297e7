import type { Client } from 'pg';
import { fold } from '#core/language/fold.ts';
import type { Address } from '#core/place/address.ts';
import { labelOf } from '../test/official/addresses.ts';
import type { Asked } from './geocode-questions.ts';
import { timed } from './measure.ts';
import { type Peer, withClient } from './peer.ts';

/** What PostgreSQL made of the same addresses and some of the same questions. */
export interface Similar {
  readonly buildMs: number;
  readonly indexMb: number;
  /** Which of the questions were asked. */
  readonly chosen: readonly number[];
  readonly answers: readonly { readonly milliseconds: number; readonly isFound: boolean }[];
}

const rowsAtOnce = 20_000;

const write = async (client: Client, addresses: Iterable<Address>): Promise<void> => {
  let [ids, labels]: [string[], string[]] = [[], []];
  const flush = async () => {
    await client.query('insert into label select * from unnest($1::text[], $2::text[])', [ids, labels]);
    [ids, labels] = [[], []];
  };
  for (const address of addresses) {
    ids.push(address.id);
    labels.push(fold(labelOf(address)));
    if (ids.length === rowsAtOnce) await flush();
  }
  await flush();
};

const make = async (client: Client, addresses: Iterable<Address>): Promise<void> => {
  await client.query('create table label (id text not null, label text not null)');
  await write(client, addresses);
  await client.query('create index label_trigrams on label using gin (label gin_trgm_ops)');
  await client.query('analyze label');
};

/** Labels like a question as `pg_trgm` is meant to be used: above its threshold, the most similar first. */
const ask = (client: Client, text: string) =>
  client.query<{ id: string }>(
    'select id from label where label % $1 order by similarity(label, $1) desc, id limit 8',
    [fold(text)],
  );

/** Asks PostgreSQL with trigrams, case and marks folded on both sides as we do. */
export const searchSimilar = async (
  peer: Peer,
  addresses: Iterable<Address>,
  asked: readonly Asked[],
  count: number,
): Promise<Similar> =>
  withClient(await peer.createDatabase('trigrams'), async (client) => {
    await client.query('create extension pg_trgm');
    const { milliseconds: buildMs } = await timed(() => make(client, addresses));
    const size = await client.query<{ mb: number }>(
      `select pg_total_relation_size('label')::float8 / 1e6 as mb`,
    );
    // One more than a multiple of the kinds, so that each kind comes in turn.
    const kinds = new Set(asked.map(({ kind }) => kind)).size;
    const step = Math.floor(asked.length / count / kinds) * kinds + 1;
    const chosen = asked
      .map((_, i) => i)
      .filter((i) => i % step === 0)
      .slice(0, count);
    const answers: Similar['answers'][number][] = [];
    for (const i of chosen) {
      const { text, address } = asked[i] as Asked;
      const { milliseconds, result } = await timed(() => ask(client, text));
      const isFound = result.rows.slice(0, 3).some(({ id }) => id === address.id);
      answers.push({ milliseconds, isFound });
    }
    return { buildMs, indexMb: size.rows[0]?.mb ?? Number.NaN, chosen, answers };
  });
