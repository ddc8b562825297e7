import { createHash } from 'node:crypto';
import type { DatasetName } from '#core/place/provenance.ts';
import { Problem } from '#core/problem.ts';
import type { VersionHeader } from '../../db/writes/versions.ts';
import type { Content } from '../build.ts';

/** What a shipped file says of itself. */
export type ModelHeader = Pick<
  VersionHeader,
  'dataset' | 'title' | 'source' | 'licence' | 'retrievedAt' | 'warnings' | 'isModel'
>;

export interface ShippedContent {
  readonly header: ModelHeader;
  readonly content: Content;
}

/** One list that ships. It is read only when it is not in the database yet. */
export interface ShippedList {
  readonly dataset: DatasetName;
  /** Of everything that its content is made from. */
  readonly fileHash: string;
  read(): Promise<ShippedContent>;
}

export const hashOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** @throws Problem `bad-import` naming the file and what it lacks. */
export const refuseShipped = (file: string, field: string, expected: string): never => {
  throw new Problem('bad-import', { faults: [{ field: `${file}#${field}`, fault: 'missing', expected }] });
};
