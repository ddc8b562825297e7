import { open } from 'node:fs/promises';
import { FetchFailure } from './failure.ts';

export const contents = ['zip', 'csv', 'json', 'pbf'] as const;
/** What a file must be, told by its own bytes: what a server says of it is often wrong. */
export type Content = (typeof contents)[number];

/** So many bytes are enough to tell. */
export const headBytes = 512;
/** The longest comment that may stand behind the directory of a ZIP archive, with the record itself. */
const zipTailBytes = 65_557;
const endOfZip = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

const textOf = (head: Buffer): string =>
  head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();

const isPage = (text: string): boolean => /^<(!doctype|html|head|body|\?xml|!--)/i.test(text);

/** In words that need no translation. */
const nameOf = (head: Buffer): string => {
  if (head.length === 0) return '0 B';
  const text = textOf(head);
  if (isPage(text)) return /^<\?xml/i.test(text) ? 'XML' : 'HTML';
  if (isZip(head)) return 'ZIP';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'GZIP';
  if (isJson(head)) return 'JSON';
  return isText(head) ? 'text' : `0x${head.subarray(0, 4).toString('hex')}`;
};

const isZip = (head: Buffer): boolean =>
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
const isJson = (head: Buffer): boolean => /^[[{]/.test(textOf(head));
const isText = (head: Buffer): boolean => head.length > 0 && !head.includes(0) && !isZip(head);
const isCsv = (head: Buffer): boolean => isText(head) && !isPage(textOf(head)) && !isJson(head);
/** The first block of an extract names itself (OSM PBF: a length, then a blob header of type "OSMHeader"). */
const isPbf = (head: Buffer): boolean => head.subarray(4, 32).includes('OSMHeader');

const fits: Readonly<Record<Content, (head: Buffer) => boolean>> = {
  zip: isZip,
  csv: isCsv,
  json: isJson,
  pbf: isPbf,
};
const expected: Readonly<Record<Content, string>> = { zip: 'ZIP', csv: 'CSV', json: 'JSON', pbf: 'OSM PBF' };

/** @throws FetchFailure `wrong-type` when the first bytes are not of such a file. */
export const checkHead = (head: Buffer, content: Content, host: string): void => {
  if (fits[content](head)) return;
  throw new FetchFailure('wrong-type', {
    values: { host, found: nameOf(head), expected: expected[content] },
  });
};

/**
 * Looks at a whole file once more on the disk: its first bytes, and of an archive whether its directory is
 * there, which stands at the end.
 * @throws FetchFailure `wrong-type`; `cut` when the end of an archive is missing.
 */
export const checkFile = async (path: string, content: Content, host: string): Promise<void> => {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = async (length: number, at: number) =>
      (await file.read(Buffer.alloc(Math.min(length, size)), 0, Math.min(length, size), at)).buffer;
    checkHead(await read(headBytes, 0), content, host);
    if (content !== 'zip') return;
    const tail = await read(zipTailBytes, Math.max(0, size - zipTailBytes));
    if (!tail.includes(endOfZip)) throw new FetchFailure('cut', { values: { host }, isPassing: true });
  } finally {
    await file.close();
  }
};
