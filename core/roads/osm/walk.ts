import { type BlockVisitor, blockKind, decodeBlock } from './block.ts';
import { brokenOsm } from './broken.ts';
import type { OsmFile } from './file.ts';

/** What is done with relations, then with ways, then with nodes: each tells what is needed of the next. */
export interface OsmVisitor {
  readonly relation: NonNullable<BlockVisitor['relation']>;
  readonly way: NonNullable<BlockVisitor['way']>;
  readonly node: NonNullable<BlockVisitor['node']>;
  /** Between ways and nodes. */
  readonly beforeNodes: () => void;
}

const downTo = (from: number): number[] => Array.from({ length: from + 1 }, (_, i) => from - i);

/**
 * Relations, ways and nodes of a file, in this order, which is the reverse of the file's: what is kept of
 * one kind decides what is kept of the next, and nothing else is ever held in memory. A sorted file is
 * read from its end, each block once; any other is read once for its relations and again for the rest.
 */
export async function walkOsm(file: OsmFile, visitor: OsmVisitor): Promise<void> {
  if (file.header.isSorted) await walkSorted(file, visitor);
  else await walkUnsorted(file, visitor);
}

async function walkSorted(file: OsmFile, visitor: OsmVisitor): Promise<void> {
  const { relation, way, node, beforeNodes } = visitor;
  const kinds = new Uint8Array(file.blockCount);
  /** Reads back to the first block without the kind; returns the last one that holds the next kind. */
  const readBack = async (from: number, kind: number, next: number, wanted: BlockVisitor) => {
    for await (const { number, bytes } of file.blocks(downTo(from))) {
      const found = decodeBlock(bytes, wanted);
      kinds[number] = found;
      if (found !== 0 && (found & kind) === 0) {
        return ((kinds[number + 1] ?? 0) & next) === 0 ? number : number + 1;
      }
    }
    return ((kinds[0] ?? 0) & next) === 0 ? -1 : 0;
  };
  const lastOfWays = await readBack(file.blockCount - 1, blockKind.relations, blockKind.ways, { relation });
  const lastOfNodes = await readBack(lastOfWays, blockKind.ways, blockKind.nodes, { way });
  beforeNodes();
  for await (const { number, bytes } of file.blocks(downTo(lastOfNodes).reverse())) {
    const isUnseen = kinds[number] === 0;
    if (decodeBlock(bytes, { node }) > blockKind.nodes && isUnseen) {
      throw brokenOsm('not sorted as it says', 'a sorted file: osmium sort IN -o OUT.osm.pbf');
    }
  }
}

async function walkUnsorted(file: OsmFile, visitor: OsmVisitor): Promise<void> {
  const kinds = new Uint8Array(file.blockCount);
  const all = Array.from(kinds.keys());
  const having = (kind: number) => all.filter((number) => ((kinds[number] ?? 0) & kind) !== 0);
  for await (const { number, bytes } of file.blocks(all)) {
    kinds[number] = decodeBlock(bytes, { relation: visitor.relation });
  }
  for await (const { bytes } of file.blocks(having(blockKind.ways))) decodeBlock(bytes, { way: visitor.way });
  visitor.beforeNodes();
  for await (const { bytes } of file.blocks(having(blockKind.nodes)))
    decodeBlock(bytes, { node: visitor.node });
}
