import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { countryAddresses } from './imports-files.ts';
import { timed } from './measure.ts';
import { type Peer, withClient } from './peer.ts';

/** Columns of `address` without the version, as text for COPY. */
const writeRows = (path: string, count: number): void => {
  const file = openSync(path, 'w');
  let lines: string[] = [];
  const flush = () => {
    writeSync(file, lines.join(''));
    lines = [];
  };
  for (const one of countryAddresses(count, 0)) {
    const { id, kind, name, street, village, unit, municipality, postcode, territoryId, lonLat } = one;
    const cells = [id, kind, name, street, village, unit, municipality, postcode, territoryId, ...lonLat];
    lines.push(`${cells.map((cell) => cell ?? '\\N').join('\t')}\n`);
    if (lines.length === 10_000) flush();
  }
  flush();
  closeSync(file);
};

/**
 * Milliseconds that PostgreSQL itself takes to copy the rows that an import of as many addresses writes, from a file
 * of its own format into a table like ours with the same key: nothing is read in the official format, checked,
 * compared or indexed for searching.
 */
export const copyAddresses = async (peer: Peer, folder: string, count: number): Promise<number> => {
  const path = join(folder, 'rows.txt');
  writeRows(path, count);
  return withClient(await peer.createDatabase('copied'), async (client) => {
    await client.query(`create table address (id text primary key, kind text not null, name text not null,
      street text, village text, unit text, municipality text, postcode text, territory_id text,
      longitude_degrees float8 not null, latitude_degrees float8 not null)`);
    const { milliseconds } = await timed(() => client.query(`copy address from '${path}'`));
    return milliseconds;
  });
};
