import { brokenOsm, downloadAgain } from './broken.ts';
import { ProtobufReader } from './protobuf.ts';
import type { TagList } from './string-table.ts';

/** How coordinates of a block are written: nanodegrees = offset + granularity x number. */
export interface Scale {
  readonly granularity: number;
  readonly lonOffset: number;
  readonly latOffset: number;
}

export type NodeVisit = (id: number, lon: number, lat: number, tags: TagList) => void;

/** Nanodegrees in a unit of the coordinates handed on. */
const unit = 100;

const nothing = () => new ProtobufReader(new Uint8Array(0));

const unequal = () => brokenOsm('lists of nodes of unequal length', downloadAgain);

/** Nodes as lists of differences, one list for each of id, latitude, longitude and tags (`DenseNodes`). */
export function decodeDenseNodes(
  reader: ProtobufReader,
  scale: Scale,
  tags: TagList,
  visit: NodeVisit,
): void {
  let [ids, lats, lons, pairs] = [nothing(), nothing(), nothing(), nothing()];
  while (reader.next()) {
    if (reader.field === 1) ids = reader.inner();
    else if (reader.field === 8) lats = reader.inner();
    else if (reader.field === 9) lons = reader.inner();
    else if (reader.field === 10) pairs = reader.inner();
    else reader.skip();
  }
  let [id, lat, lon] = [0, 0, 0];
  while (ids.position < ids.end) {
    if (lats.position >= lats.end || lons.position >= lons.end) throw unequal();
    id += ids.sint64();
    lat += lats.sint64();
    lon += lons.sint64();
    readPairs(pairs, tags);
    visit(id, toUnits(lon, scale.lonOffset, scale), toUnits(lat, scale.latOffset, scale), tags);
  }
}

const toUnits = (value: number, offset: number, { granularity }: Scale): number =>
  granularity === unit && offset === 0 ? value : Math.round((offset + granularity * value) / unit);

/** Key and value by turns up to a 0; no list at all where no node of the group has tags. */
function readPairs(pairs: ProtobufReader, tags: TagList): void {
  if (tags.pairs.length > 0) tags.pairs.length = 0;
  while (pairs.position < pairs.end) {
    const key = pairs.varint();
    if (key === 0) return;
    tags.pairs.push(key, pairs.varint());
  }
}

/** A node on its own (`Node`). */
export function decodeNode(reader: ProtobufReader, scale: Scale, tags: TagList, visit: NodeVisit): void {
  let [id, lat, lon] = [0, 0, 0];
  let [keys, values] = [nothing(), nothing()];
  while (reader.next()) {
    if (reader.field === 1) id = reader.sint64();
    else if (reader.field === 2) keys = reader.inner();
    else if (reader.field === 3) values = reader.inner();
    else if (reader.field === 8) lat = reader.sint64();
    else if (reader.field === 9) lon = reader.sint64();
    else reader.skip();
  }
  zipTags(keys, values, tags);
  visit(id, toUnits(lon, scale.lonOffset, scale), toUnits(lat, scale.latOffset, scale), tags);
}

/** Tags of ways, relations and single nodes: a list of keys and one of values. */
export function zipTags(keys: ProtobufReader, values: ProtobufReader, tags: TagList): void {
  tags.pairs.length = 0;
  while (keys.position < keys.end) {
    if (values.position >= values.end) throw brokenOsm('a tag without a value', downloadAgain);
    tags.pairs.push(keys.varint(), values.varint());
  }
}
