import { brokenOsm, downloadAgain } from './broken.ts';
import type { ProtobufReader } from './protobuf.ts';

const decoder = new TextDecoder();

/** Texts of one block, decoded when first asked for: most are never needed. */
export class StringTable {
  readonly #bytes: Uint8Array[] = [];
  readonly #texts: (string | undefined)[] = [];

  /** @param reader of the message `StringTable`. */
  constructor(reader: ProtobufReader | null) {
    while (reader?.next()) {
      if (reader.field === 1) this.#bytes.push(reader.slice());
      else reader.skip();
    }
  }

  get(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const bytes = this.#bytes[index];
    if (bytes === undefined) throw brokenOsm(`no text number ${index} in its block`, downloadAgain);
    const text = decoder.decode(bytes);
    this.#texts[index] = text;
    return text;
  }
}

/** Tags of the node, way or relation at hand; reused for the next one, so whoever keeps them copies. */
export class TagList {
  readonly strings: StringTable;
  /** Indices into the table: key, value, key, value ... */
  readonly pairs: number[] = [];

  constructor(strings: StringTable) {
    this.strings = strings;
  }

  get(key: string): string | undefined {
    for (let i = 0; i < this.pairs.length; i += 2) {
      if (this.strings.get(this.pairs[i] ?? -1) === key) return this.strings.get(this.pairs[i + 1] ?? -1);
    }
    return undefined;
  }

  toMap(): Map<string, string> {
    const map = new Map<string, string>();
    for (let i = 0; i < this.pairs.length; i += 2) {
      map.set(this.strings.get(this.pairs[i] ?? -1), this.strings.get(this.pairs[i + 1] ?? -1));
    }
    return map;
  }
}
