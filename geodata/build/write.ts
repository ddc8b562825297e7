import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetName, Said } from '#core/place/provenance.ts';
import { geodataFolder } from './tables.ts';

/** What an importer must know of a file besides its rows; goes into the dataset version. */
export interface Header {
  readonly dataset: DatasetName;
  readonly list: 'shipped';
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly retrievedAt: string;
  readonly isModel: boolean;
  readonly warnings: readonly Said[];
}

/** The bytes of one model file: valid JSON with one row per line, so that changes can be read. */
export function modelText(header: Header, lists: Readonly<Record<string, readonly unknown[]>>): string {
  const parts = Object.entries(lists).map(([name, rows]) => {
    const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
    return `"${name}": [\n${lines}\n]`;
  });
  return `{"header": ${JSON.stringify(header)},\n${parts.join(',\n')}\n}\n`;
}

/** Writes `geodata/model/<dataset>.json`. */
export function writeModel(dataset: DatasetName, content: string): void {
  const folder = join(geodataFolder, 'model');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${dataset}.json`), content);
}
