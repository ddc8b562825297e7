import { brokenOsm, downloadAgain } from './broken.ts';

const decoder = new TextDecoder();

/** How a field is written (Protocol Buffers encoding, developers.google.com/protocol-buffers/docs/encoding). */
const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/**
 * Reads the fields of one Protocol Buffers message in order. A message inside it is read by a reader of its
 * own over the same bytes. Everything is checked against the end of the message.
 */
export class ProtobufReader {
  readonly bytes: Uint8Array;
  readonly end: number;
  position: number;
  /** Number of the field last begun by {@link next}, and how it is written. */
  field = 0;
  #wire = 0;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  /** Moves to the next field; false at the end of the message. */
  next(): boolean {
    if (this.position >= this.end) return false;
    const tag = this.varint();
    this.field = Math.floor(tag / 8);
    this.#wire = tag % 8;
    if (this.field === 0) throw brokenOsm(`field 0 at byte ${this.position}`, downloadAgain);
    return true;
  }

  /**
   * An unsigned number of up to 64 bits, exact below 2^53. A negative int64 comes as 2^64 less its size;
   * {@link int64} puts that right.
   */
  varint(): number {
    const { bytes, end } = this;
    // Most numbers of a file are small: differences between neighbours.
    if (this.position + 1 < end) {
      const first = bytes[this.position] ?? 0;
      const second = bytes[this.position + 1] ?? 0;
      if (first < 0x80) {
        this.position += 1;
        return first;
      }
      if (second < 0x80) {
        this.position += 2;
        return (first & 0x7f) | (second << 7);
      }
    }
    let value = 0;
    let factor = 1;
    for (let i = 0; i < 10; i += 1) {
      if (this.position >= end) throw brokenOsm(`ends within a number at byte ${end}`, downloadAgain);
      const byte = bytes[this.position++] ?? 0;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
    throw brokenOsm(`a number without end at byte ${this.position}`, downloadAgain);
  }

  /** A signed number in plain two's complement. */
  int64(): number {
    const value = this.varint();
    return value >= 2 ** 63 ? value - 2 ** 64 : value;
  }

  /** A signed number written in zigzag. */
  sint64(): number {
    const value = this.varint();
    if (value < 0x80000000) return (value >>> 1) ^ -(value & 1);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** The bytes of the present field as a message or a packed list of its own. */
  inner(): ProtobufReader {
    const [from, to] = this.#span();
    return new ProtobufReader(this.bytes, from, to);
  }

  /** The bytes of the present field, not copied. */
  slice(): Uint8Array {
    const [from, to] = this.#span();
    return this.bytes.subarray(from, to);
  }

  text(): string {
    return decoder.decode(this.slice());
  }

  /** Passes over the present field. */
  skip(): void {
    switch (this.#wire) {
      case wire.varint:
        this.varint();
        return;
      case wire.bytes:
        this.#span();
        return;
      case wire.fixed64:
        this.#pass(8);
        return;
      case wire.fixed32:
        this.#pass(4);
        return;
      default:
        throw brokenOsm(`wire type ${this.#wire} at byte ${this.position}`, downloadAgain);
    }
  }

  #span(): readonly [from: number, to: number] {
    if (this.#wire !== wire.bytes) {
      throw brokenOsm(`field ${this.field} is no list at byte ${this.position}`, downloadAgain);
    }
    const length = this.varint();
    const from = this.position;
    this.#pass(length);
    return [from, from + length];
  }

  #pass(length: number): void {
    if (this.position + length > this.end) {
      throw brokenOsm(`${this.position + length - this.end} bytes are missing`, downloadAgain);
    }
    this.position += length;
  }
}
