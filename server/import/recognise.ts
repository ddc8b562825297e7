import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { type FileSource, fileSources, type UserDataset, userDatasets } from '#core/place/provenance.ts';
import { openZip } from './format/zip.ts';

/** As much of a file as tells what it is. */
interface FileHead {
  /** Of the file, in small letters without marks. */
  readonly name: string;
  /** The first 16 kB as text in the same way; of a workbook its texts. */
  readonly text: string;
  /** The same bytes as they are. */
  readonly bytes: Buffer;
  /** Paths in an archive, in the same way; empty for everything else. */
  readonly entries: readonly string[];
}

const headBytes = 16_384;

/** Small letters without marks; separators stay, because they tell what is a table. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** UTF-8 where it is, else the Baltic code page: headings are ASCII in both without marks. */
const decode = (bytes: Uint8Array): string => {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('windows-1257').decode(bytes) : text;
};

const readStart = (path: string): Buffer => {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(headBytes);
    return bytes.subarray(0, readSync(file, bytes, 0, headBytes, 0));
  } finally {
    closeSync(file);
  }
};

const textOfWorkbook = (zip: ReturnType<typeof openZip>): string => {
  const strings = zip.entries.find(({ name }) => name === 'xl/sharedStrings.xml');
  const [first] = strings === undefined ? [] : strings.read();
  // Texts stand between tags; what stands in the first rows comes first.
  return first === undefined ? '' : decode(first).replace(/<[^>]*>/g, ',');
};

/** @throws Problem `bad-import` for an archive that is damaged or climbs out. */
const readHead = (path: string): FileHead => {
  const bytes = readStart(path);
  const name = plain(basename(path));
  if (!bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) {
    return { name, text: plain(decode(bytes)), bytes, entries: [] };
  }
  const zip = openZip(path, basename(path));
  try {
    const entries = zip.entries.map((entry) => plain(entry.name));
    return { name, text: plain(textOfWorkbook(zip)), bytes, entries };
  } finally {
    zip.close();
  }
};

/** Cells of the first lines: headings stand there, sometimes below a remark. */
const cellsOf = ({ text }: FileHead): ReadonlySet<string> =>
  new Set(
    text
      .split(/[\r\n]+/)
      .slice(0, 12)
      .flatMap((line) => line.split(/[,;\t]/))
      .map((cell) => cell.replace(/^[\s"'#\ufeff]+|[\s"'#]+$/g, '')),
  );

const hasColumns = (head: FileHead, ...alternatives: readonly (readonly string[])[]): boolean => {
  const cells = cellsOf(head);
  return alternatives.every((names) => names.some((name) => cells.has(plain(name))));
};

const hasEntry = ({ entries }: FileHead, pattern: RegExp): boolean =>
  entries.some((entry) => pattern.test(entry));

const isPbf = ({ bytes }: FileHead): boolean => bytes.subarray(0, 64).includes('OSMHeader');
const isJson = ({ text }: FileHead): boolean => /^\ufeff?\s*[{[]/.test(text);

/**
 * Whether a file may be what a source is read from, by what is in it. A list of people's own and an official one
 * may look alike: then both say yes, and whoever asks decides.
 */
const recognises: Readonly<Record<FileSource | UserDataset, (head: FileHead) => boolean>> = {
  venues: (head) =>
    hasColumns(head, ['nosaukums', 'name'], ['veids', 'kind']) && !hasColumns(head, ['objektaid', 'kods']),
  events: (head) =>
    hasColumns(
      head,
      ['nosaukums', 'title'],
      ['kategorija', 'category'],
      ['sākums', 'start', 'datums', 'date'],
    ),
  osm: isPbf,
  'osm-venues': isPbf,
  gtfs: (head) => hasEntry(head, /(^|\/)stop_times\.txt$/) && hasEntry(head, /(^|\/)trips\.txt$/),
  population: (head) => hasColumns(head, ['id'], ['iedzīvotāji', 'people', 'population']),
  'on-demand': (head) => isJson(head) && head.text.includes('"zones"'),
  'csp-territories': (head) => hasEntry(head, /territorial_units.*\.(shp|dbf)$/),
  'varis-territories': (head) => hasEntry(head, /(^|\/)(novadi|pagasti)\.(shp|dbf)$/),
  'varam-municipalities': (head) =>
    isJson(head) && head.text.includes('featurecollection') && /"(nosaukums|label)"/.test(head.text),
  atvk: (head) =>
    hasColumns(head, ['code'], ['level'], ['validity_period_begin']) ||
    hasColumns(head, ['at_kods', 'tv2021_kods']),
  'kisc-objects': (head) =>
    hasColumns(head, ['isil kods', 'isil'], ['lks-92 x']) && !hasColumns(head, ['_id', 'misija', 'darbība']),
  'culture-statistics': (head) =>
    hasColumns(head, ['objekta nosaukums'], ['_id', 'misija', 'darbība', 'juridiskais statuss']),
  'venue-matches': (head) => hasColumns(head, ['lēmums', 'decision']),
  'csp-grid': (head) =>
    hasEntry(head, /grid_lv.*\.(shp|dbf)$/) ||
    (hasColumns(head, ['id'], ['total']) && /(^|[\r\n,;"])(1km|100m)x\d+y\d+/.test(head.text)),
  'csp-population': (head) => isJson(head) && /"class"\s*:\s*"dataset"/.test(head.text),
  geostat: (head) =>
    head.text.includes('crs3035res1000m') || hasColumns(head, ['grd_id']) || hasEntry(head, /grid.*3035/),
  'varis-addresses': (head) =>
    hasEntry(head, /(^|\/)aw_\w+\.csv$/) ||
    (/^aw_/.test(head.name) && hasColumns(head, ['kods'], ['tips_cd'])),
  vdb: (head) => hasColumns(head, ['objektaid'], ['pamatnosaukums']) || hasEntry(head, /(^|\/)vdb.*\.csv$/),
  ical: (head) => head.text.includes('begin:vcalendar'),
  survey: (head) => hasColumns(head, ['jautājuma id', 'question id', 'question_id']),
};

/** The sources that a file may be of; none where nobody knows it. */
export const recognise = (path: string): readonly (FileSource | UserDataset)[] => {
  const head = readHead(path);
  return [...userDatasets, ...fileSources].filter((source) => recognises[source](head));
};
