import { deflateSync, inflateSync } from 'node:zlib';
import type { Inflate } from '#core/roads/osm/blob.ts';
import { type OsmSource, openOsm } from '#core/roads/osm/file.ts';
import { defaultOsmOptions, type OsmOptions, readStreets } from '#core/roads/osm/streets.ts';

/** A small writer of PBF files, for tests: https://wiki.openstreetmap.org/wiki/PBF_Format. */
export interface Node {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Readonly<Record<string, string>>;
}
export interface Way {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: Readonly<Record<string, string>>;
}
export interface Relation {
  readonly id: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly members: readonly (readonly [type: 'node' | 'way' | 'relation', id: number, role: string])[];
}
export interface Content {
  readonly nodes?: readonly Node[];
  readonly ways?: readonly Way[];
  readonly relations?: readonly Relation[];
}
export interface WriteOptions {
  readonly isDense?: boolean;
  readonly isRaw?: boolean;
  readonly isSorted?: boolean;
  readonly granularity?: number;
  readonly required?: readonly string[];
  readonly timestamp?: number;
  readonly bounds?: readonly [west: number, south: number, east: number, north: number];
  /** Field of the blob that holds the content, instead of raw or zlib. */
  readonly blobField?: number;
}

type Bytes = number[];

const varint = (value: number): Bytes => {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: Bytes = [];
  while (rest >= 128n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return [...bytes, Number(rest)];
};
const zigzag = (value: number): Bytes => varint(value < 0 ? -2 * value - 1 : 2 * value);
const number = (field: number, value: number): Bytes => [...varint(field * 8), ...varint(value)];
const signed = (field: number, value: number): Bytes => [...varint(field * 8), ...zigzag(value)];
const bytes = (field: number, content: ArrayLike<number>): Bytes => [
  ...varint(field * 8 + 2),
  ...varint(content.length),
  ...Array.from(content),
];
const text = (field: number, value: string): Bytes => bytes(field, new TextEncoder().encode(value));
const deltas = (values: readonly number[]): Bytes =>
  values.flatMap((value, i) => zigzag(value - (values[i - 1] ?? 0)));

class Strings {
  readonly all = [''];
  of(value: string): number {
    const known = this.all.indexOf(value);
    return known >= 0 ? known : this.all.push(value) - 1;
  }
  table = (): Bytes => this.all.flatMap((value) => text(1, value));
}

const tagLists = (strings: Strings, tags: Readonly<Record<string, string>> = {}): Bytes => [
  ...bytes(
    2,
    Object.keys(tags).flatMap((key) => varint(strings.of(key))),
  ),
  ...bytes(
    3,
    Object.values(tags).flatMap((value) => varint(strings.of(value))),
  ),
];

const toUnits = (degrees: number, granularity: number) => Math.round((degrees * 1e9) / granularity);

const dense = (strings: Strings, nodes: readonly Node[], granularity: number): Bytes => {
  const pairs = nodes.flatMap(({ tags = {} }) => [
    ...Object.entries(tags).flatMap(([key, value]) => [
      ...varint(strings.of(key)),
      ...varint(strings.of(value)),
    ]),
    0,
  ]);
  return bytes(2, [
    ...bytes(1, deltas(nodes.map(({ id }) => id))),
    ...bytes(8, deltas(nodes.map(({ lat }) => toUnits(lat, granularity)))),
    ...bytes(9, deltas(nodes.map(({ lon }) => toUnits(lon, granularity)))),
    ...(nodes.some(({ tags }) => tags !== undefined) ? bytes(10, pairs) : []),
  ]);
};

const single = (strings: Strings, { id, lon, lat, tags }: Node, granularity: number): Bytes =>
  bytes(1, [
    ...signed(1, id),
    ...tagLists(strings, tags),
    ...signed(8, toUnits(lat, granularity)),
    ...signed(9, toUnits(lon, granularity)),
  ]);

const memberTypes = ['node', 'way', 'relation'];

const block = (content: Content, { isDense = true, granularity = 100 }: WriteOptions): Bytes => {
  const strings = new Strings();
  const { nodes = [], ways = [], relations = [] } = content;
  const group = [
    ...(nodes.length === 0
      ? []
      : isDense
        ? dense(strings, nodes, granularity)
        : nodes.flatMap((node) => single(strings, node, granularity))),
    ...ways.flatMap(({ id, refs, tags }) =>
      bytes(3, [...number(1, id), ...tagLists(strings, tags), ...bytes(8, deltas(refs))]),
    ),
    ...relations.flatMap(({ id, tags, members }) =>
      bytes(4, [
        ...number(1, id),
        ...tagLists(strings, tags),
        ...bytes(
          8,
          members.flatMap(([, , role]) => varint(strings.of(role))),
        ),
        ...bytes(9, deltas(members.map(([, member]) => member))),
        ...bytes(
          10,
          members.flatMap(([type]) => varint(memberTypes.indexOf(type))),
        ),
      ]),
    ),
  ];
  // The table is known only now; it may stand behind the group.
  return [...bytes(2, group), ...bytes(1, strings.table()), ...number(17, granularity)];
};

const blob = (type: string, content: Bytes, { isRaw, blobField }: WriteOptions): Bytes => {
  const raw = Uint8Array.from(content);
  const held =
    blobField !== undefined
      ? bytes(blobField, raw)
      : isRaw
        ? bytes(1, raw)
        : [...number(2, raw.length), ...bytes(3, deflateSync(raw))];
  const header = [...text(1, type), ...number(3, held.length)];
  return [0, 0, header.length >> 8, header.length & 255, ...header, ...held];
};

const headerBlock = (options: WriteOptions): Bytes => {
  const { required = ['OsmSchema-V0.6', 'DenseNodes'], isSorted = true, timestamp, bounds } = options;
  const [west, south, east, north] = (bounds ?? []).map((degrees) => Math.round(degrees * 1e9));
  return [
    ...(bounds === undefined
      ? []
      : bytes(1, [
          ...signed(1, west ?? 0),
          ...signed(2, east ?? 0),
          ...signed(3, north ?? 0),
          ...signed(4, south ?? 0),
        ])),
    ...required.flatMap((feature) => text(4, feature)),
    ...(isSorted ? text(5, 'Sort.Type_then_ID') : []),
    ...text(16, 'test'),
    ...(timestamp === undefined ? [] : number(32, timestamp)),
  ];
};

/** A file whose blocks hold what each content holds. */
export const writeBlocks = (contents: readonly Content[], options: WriteOptions = {}): Uint8Array =>
  Uint8Array.from([
    ...blob('OSMHeader', headerBlock(options), { isRaw: options.isRaw ?? false }),
    ...contents.flatMap((content) => blob('OSMData', block(content, options), options)),
  ]);

/** A sorted file with nodes, ways and relations in blocks of their own. */
export const writeOsm = ({ nodes, ways, relations }: Content, options: WriteOptions = {}): Uint8Array =>
  writeBlocks(
    [
      ...(nodes === undefined ? [] : [{ nodes }]),
      ...(ways === undefined ? [] : [{ ways }]),
      ...(relations === undefined ? [] : [{ relations }]),
    ],
    options,
  );

const inflate: Inflate = async (packed, maxBytes) =>
  inflateSync(packed, { maxOutputLength: Math.max(1, maxBytes) });

const sourceOf = (file: Uint8Array): OsmSource => ({
  byteLength: file.length,
  read: async (position, length) => file.subarray(position, position + length),
});

export const openBytes = (file: Uint8Array) => openOsm(sourceOf(file), inflate);

export const readBytes = async (file: Uint8Array, options: Partial<OsmOptions> = {}) =>
  readStreets(await openBytes(file), { ...defaultOsmOptions, ...options });

export const read = (content: Content, options: Partial<OsmOptions> = {}) =>
  readBytes(writeOsm(content), options);

/** Nodes 1, 2, 3 ... on a parallel, a thousandth of a degree apart. */
export const row = (count: number, lat = 57, first = 1): Node[] =>
  Array.from({ length: count }, (_, i) => ({ id: first + i, lon: 23 + i / 1000, lat }));
