import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Region } from '#core/place/region.ts';
import { Problem } from '#core/problem.ts';

/** Everything that ships about the region. */
export const geodataFolder = fileURLToPath(new URL('../geodata', import.meta.url));

/** Reads `geodata/regions/<name>.json`. @throws Problem `bad-config` when there is no such region. */
export const readRegion = async (name: string): Promise<Region> => {
  const file = new URL(`../geodata/regions/${name}.json`, import.meta.url);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Region;
  } catch (cause) {
    const values = { name: 'REGION', value: name, expected: 'geodata/regions/*.json' };
    throw new Problem('bad-config', { values, cause });
  }
};
