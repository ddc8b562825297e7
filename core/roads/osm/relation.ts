import { brokenOsm, downloadAgain } from './broken.ts';
import { zipTags } from './nodes.ts';
import { ProtobufReader } from './protobuf.ts';
import type { TagList } from './string-table.ts';

const memberTypes = ['node', 'way', 'relation'] as const;

export interface OsmMember {
  readonly type: (typeof memberTypes)[number];
  readonly id: number;
  readonly role: string;
}

export type RelationVisit = (id: number, tags: TagList, members: readonly OsmMember[]) => void;

/** One relation (`Relation`). */
export function decodeRelation(reader: ProtobufReader, tags: TagList, visit: RelationVisit): void {
  const nothing = new ProtobufReader(reader.bytes, 0, 0);
  let [keys, values, roles, ids, types] = [nothing, nothing, nothing, nothing, nothing];
  let id = 0;
  while (reader.next()) {
    if (reader.field === 1) id = reader.int64();
    else if (reader.field === 2) keys = reader.inner();
    else if (reader.field === 3) values = reader.inner();
    else if (reader.field === 8) roles = reader.inner();
    else if (reader.field === 9) ids = reader.inner();
    else if (reader.field === 10) types = reader.inner();
    else reader.skip();
  }
  zipTags(keys, values, tags);
  const members: OsmMember[] = [];
  let member = 0;
  while (ids.position < ids.end) {
    member += ids.sint64();
    const role = tags.strings.get(roles.varint());
    const type = memberTypes[types.varint()];
    if (type === undefined) throw brokenOsm(`relation ${id} with a member of no type`, downloadAgain);
    members.push({ type, id: member, role });
  }
  visit(id, tags, members);
}
