import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { openOsm } from '#core/roads/osm/file.ts';
import { walkOsm } from '#core/roads/osm/walk.ts';
import { inflate, readOsmStreets, withFileSource } from '#server/import/transport/osm-file.ts';

/*
 * One reading of a file, in a process of its own so that its peak of memory is its own:
 * node bench/pbf-read.ts decode|streets|peer FILE [entry of the peer]. Prints one line of JSON.
 */

/** Every node, way and relation seen once, its numbers added up so that nothing is left undone. */
async function decode(path: string): Promise<number> {
  let seen = 0;
  await withFileSource(path, async (source) => {
    await walkOsm(await openOsm(source, inflate), {
      relation: () => {
        seen += 1;
      },
      way: (_, tags, refs) => {
        seen += tags.pairs.length >= 0 && refs.count >= 0 ? 1 : 0;
      },
      beforeNodes: () => undefined,
      node: (_, lon) => {
        seen += Number.isFinite(lon) ? 1 : 0;
      },
    });
  });
  return seen;
}

async function streets(path: string): Promise<number> {
  const { columns } = await readOsmStreets(path);
  return columns.edgeFrom.length;
}

interface PeerItem {
  readonly id?: number;
}

async function peer(path: string, entry: string): Promise<number> {
  const { createOSMStream } = (await import(pathToFileURL(entry).href)) as {
    createOSMStream: (path: string, options: object) => AsyncIterable<PeerItem>;
  };
  let seen = 0;
  for await (const { id } of createOSMStream(path, { withInfo: false, withTags: true })) {
    if (id !== undefined) seen += 1;
  }
  return seen;
}

const [mode = '', path = '', entry = ''] = process.argv.slice(2);
// The file comes from the disk's cache in every reading.
await readFile(path);
const begun = performance.now();
const seen = await (mode === 'peer' ? peer(path, entry) : mode === 'streets' ? streets(path) : decode(path));
const milliseconds = performance.now() - begun;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ seen, milliseconds, megabytes })}\n`);
