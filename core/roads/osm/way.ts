import { zipTags } from './nodes.ts';
import { ProtobufReader } from './protobuf.ts';
import type { TagList } from './string-table.ts';

/** Ids of the nodes of a way: the first `count` of `ids`. */
export interface WayRefs {
  readonly ids: Float64Array;
  readonly count: number;
}

export type WayVisit = (id: number, tags: TagList, refs: WayRefs) => void;

/** A way has at most 2,000 nodes, but old ones have more. */
let buffer = new Float64Array(4096);

function readRefs(list: ProtobufReader): WayRefs {
  // A number takes a byte at least.
  const most = list.end - list.position;
  if (most > buffer.length) buffer = new Float64Array(2 * most);
  let [count, id] = [0, 0];
  while (list.position < list.end) {
    id += list.sint64();
    buffer[count] = id;
    count += 1;
  }
  return { ids: buffer, count };
}

/** One way (`Way`). */
export function decodeWay(reader: ProtobufReader, tags: TagList, visit: WayVisit): void {
  const nothing = new ProtobufReader(reader.bytes, 0, 0);
  let [keys, values, refs] = [nothing, nothing, nothing];
  let id = 0;
  while (reader.next()) {
    if (reader.field === 1) id = reader.int64();
    else if (reader.field === 2) keys = reader.inner();
    else if (reader.field === 3) values = reader.inner();
    else if (reader.field === 8) refs = reader.inner();
    else reader.skip();
  }
  zipTags(keys, values, tags);
  visit(id, tags, readRefs(refs));
}
