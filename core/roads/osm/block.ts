import { brokenOsm, downloadAgain } from './broken.ts';
import { decodeDenseNodes, decodeNode, type Scale } from './nodes.ts';
import { ProtobufReader } from './protobuf.ts';
import { decodeRelation, type OsmMember } from './relation.ts';
import { StringTable, TagList } from './string-table.ts';
import { decodeWay, type WayRefs } from './way.ts';

/** Whoever reads a block says by what it has which kinds it wants; the others are passed over. */
export interface BlockVisitor {
  /** @param lon in units of 1e-7 degrees, like `lat`. */
  readonly node?: (id: number, lon: number, lat: number, tags: TagList) => void;
  /** @param refs are reused for the next way. */
  readonly way?: (id: number, tags: TagList, refs: WayRefs) => void;
  readonly relation?: (id: number, tags: TagList, members: readonly OsmMember[]) => void;
}

/** Bits of what a block holds. */
export const blockKind = { nodes: 1, ways: 2, relations: 4 } as const;

const groupField = { node: 1, dense: 2, way: 3, relation: 4 } as const;

interface Outline {
  readonly strings: StringTable;
  readonly groups: readonly ProtobufReader[];
  readonly scale: Scale;
}

/** Strings and scale may stand before or after the groups that need them. */
function readOutline(bytes: Uint8Array): Outline {
  const reader = new ProtobufReader(bytes);
  const groups: ProtobufReader[] = [];
  let strings: ProtobufReader | null = null;
  let [granularity, lonOffset, latOffset] = [100, 0, 0];
  while (reader.next()) {
    if (reader.field === 1) strings = reader.inner();
    else if (reader.field === 2) groups.push(reader.inner());
    else if (reader.field === 17) granularity = reader.varint();
    else if (reader.field === 19) latOffset = reader.int64();
    else if (reader.field === 20) lonOffset = reader.int64();
    else reader.skip();
  }
  if (granularity < 1) throw brokenOsm(`granularity ${granularity}`, downloadAgain);
  return { strings: new StringTable(strings), groups, scale: { granularity, lonOffset, latOffset } };
}

/**
 * Visits what a block of type "OSMData" holds, in its order (osmformat.proto, `PrimitiveBlock`).
 *
 * @returns bits of `blockKind` for everything in it, wanted or not.
 * @throws Problem `bad-import` for anything that is not such a block.
 */
export function decodeBlock(bytes: Uint8Array, visitor: BlockVisitor): number {
  const { strings, groups, scale } = readOutline(bytes);
  const tags = new TagList(strings);
  let kinds = 0;
  for (const group of groups) {
    while (group.next()) {
      if (group.field === groupField.dense || group.field === groupField.node) {
        kinds |= blockKind.nodes;
        if (visitor.node === undefined) group.skip();
        else if (group.field === groupField.dense) decodeDenseNodes(group.inner(), scale, tags, visitor.node);
        else decodeNode(group.inner(), scale, tags, visitor.node);
      } else if (group.field === groupField.way) {
        kinds |= blockKind.ways;
        if (visitor.way === undefined) group.skip();
        else decodeWay(group.inner(), tags, visitor.way);
      } else if (group.field === groupField.relation) {
        kinds |= blockKind.relations;
        if (visitor.relation === undefined) group.skip();
        else decodeRelation(group.inner(), tags, visitor.relation);
      } else {
        group.skip();
      }
    }
  }
  return kinds;
}
