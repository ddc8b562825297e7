/** Where an array stands in a file. */
export interface Section {
  readonly type: SectionType;
  /** Bytes from the end of the header, rounded up to a multiple of 8. */
  readonly offset: number;
  /** Numbers, not bytes. */
  readonly length: number;
}

interface Views {
  readonly int32: Int32Array;
  readonly uint16: Uint16Array;
  readonly uint8: Uint8Array;
}
export type SectionType = keyof Views;

const width = { int32: 4, uint16: 2, uint8: 1 } as const;
const preamble = 16;

const roundUp = (bytes: number) => 8 * Math.ceil(bytes / 8);

const typeOf = (array: Views[SectionType]): SectionType =>
  array instanceof Int32Array ? 'int32' : array instanceof Uint16Array ? 'uint16' : 'uint8';

/**
 * Magic (8 ASCII letters), version, length of the header, header, arrays. The header is asked for twice:
 * it names the length of the file, which its own length has a part in.
 */
export function writeSections(
  magic: string,
  version: number,
  arrays: Readonly<Record<string, Views[SectionType]>>,
  header: (byteLength: number, sections: Readonly<Record<string, Section>>) => Uint8Array,
): Uint8Array {
  const sections: Record<string, Section> = {};
  let length = 0;
  for (const [name, array] of Object.entries(arrays)) {
    sections[name] = { type: typeOf(array), offset: length, length: array.length };
    length += roundUp(array.byteLength);
  }
  // As many digits as the length itself will have at most, so that the header cannot outgrow its place.
  const reserved = roundUp(preamble + header(Number.MAX_SAFE_INTEGER, sections).byteLength);
  const file = new Uint8Array(new SharedArrayBuffer(reserved + length));
  const head = header(file.byteLength, sections);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode(magic));
  view.setUint32(8, version, true);
  view.setUint32(12, reserved - preamble, true);
  file.fill(0x20, preamble, reserved);
  file.set(head, preamble);
  for (const [name, array] of Object.entries(arrays)) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    file.set(bytes, reserved + (sections[name]?.offset ?? 0));
  }
  return file;
}

/** The array of a section as a view of the file, whose header ends at the multiple of 8 it was padded to; null when it is not all there. */
export function sectionView<T extends SectionType>(
  file: Uint8Array<SharedArrayBuffer>,
  section: Section | undefined,
  type: T,
): Views[T] | null {
  if (section?.type !== type || !Number.isInteger(section.offset) || section.offset % 8 !== 0) return null;
  const headerLength = new DataView(file.buffer, file.byteOffset, preamble).getUint32(12, true);
  const begin = preamble + headerLength + section.offset;
  if (begin + section.length * width[type] > file.byteLength || begin < 0) return null;
  const at = file.byteOffset + begin;
  const views = {
    int32: () => new Int32Array(file.buffer, at, section.length),
    uint16: () => new Uint16Array(file.buffer, at, section.length),
    uint8: () => new Uint8Array(file.buffer, at, section.length),
  };
  return views[type]() as Views[T];
}
