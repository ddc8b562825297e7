import type { Bbox } from '../../place/units.ts';
import { brokenOsm } from './broken.ts';
import { ProtobufReader } from './protobuf.ts';

/** What a file says of itself. */
export interface OsmHeader {
  /** Extent of the extract; null where not stated. */
  readonly bounds: Bbox | null;
  /** RFC 3339 instant up to which edits are in it; null where not stated. */
  readonly timestamp: string | null;
  readonly writtenBy: string | null;
  readonly source: string | null;
  /** Nodes, then ways, then relations, each by id. */
  readonly isSorted: boolean;
}

const readable: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes'];

const remedies: Readonly<Record<string, string>> = {
  HistoricalInformation: 'an extract of one moment: osmium time-filter IN -o OUT.osm.pbf',
};

function readBounds(reader: ProtobufReader): Bbox {
  const side = [0, 0, 0, 0, 0];
  while (reader.next()) {
    if (reader.field <= 4) side[reader.field] = reader.sint64() / 1e9;
    else reader.skip();
  }
  const [, west = 0, east = 0, north = 0, south = 0] = side;
  return [west, south, east, north];
}

function checkFeature(feature: string): void {
  if (readable.includes(feature)) return;
  throw brokenOsm(`needs ${feature}`, remedies[feature] ?? readable.join(', '));
}

/** @throws Problem `bad-import` when the file needs what is not understood here. */
export function decodeHeader(bytes: Uint8Array): OsmHeader {
  const reader = new ProtobufReader(bytes);
  const optional: string[] = [];
  let bounds: Bbox | null = null;
  let writtenBy: string | null = null;
  let source: string | null = null;
  let timestamp: string | null = null;
  while (reader.next()) {
    if (reader.field === 1) bounds = readBounds(reader.inner());
    else if (reader.field === 4) checkFeature(reader.text());
    else if (reader.field === 5) optional.push(reader.text());
    else if (reader.field === 16) writtenBy = reader.text();
    else if (reader.field === 17) source = reader.text();
    else if (reader.field === 32) timestamp = toInstant(reader.int64());
    else reader.skip();
  }
  return { bounds, timestamp, writtenBy, source, isSorted: optional.includes('Sort.Type_then_ID') };
}

const toInstant = (seconds: number): string | null =>
  seconds > 0 && seconds < 1e11 ? `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z` : null;
