/** A list of numbers that grows; for millions of ids, where an array of numbers would take several times the memory. */
export class FloatList {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow(this.length + 1);
    this.#values[this.length++] = value;
  }

  /** The first `count` of `values`. */
  append(values: Float64Array, count: number): void {
    if (this.length + count > this.#values.length) this.#grow(this.length + count);
    this.#values.set(values.subarray(0, count), this.length);
    this.length += count;
  }

  /** What was pushed, not copied: a view that a later push may leave behind. */
  view(): Float64Array {
    return this.#values.subarray(0, this.length);
  }

  #grow(least: number): void {
    const grown = new Float64Array(Math.max(2 * this.#values.length, least));
    grown.set(this.#values);
    this.#values = grown;
  }
}

/** A growing list of 32-bit whole numbers. */
export class IntList {
  #values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Int32Array(2 * this.#values.length);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }

  last(): number | undefined {
    return this.#values[this.length - 1];
  }

  view(): Int32Array {
    return this.#values.subarray(0, this.length);
  }
}

/** Texts by number, each kept once; 0 is no text. */
export class Texts {
  readonly all: string[] = [''];
  readonly #numbers = new Map<string, number>([['', 0]]);

  numberOf(text: string | undefined): number {
    const trimmed = text?.trim() ?? '';
    const known = this.#numbers.get(trimmed);
    if (known !== undefined) return known;
    this.#numbers.set(trimmed, this.all.length);
    this.all.push(trimmed);
    return this.all.length - 1;
  }
}
