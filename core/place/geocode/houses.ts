import type { Address } from '../address.ts';
import { perDegree } from './address-index.ts';

/** Houses as they came, one entry each. */
export interface HouseColumns {
  readonly name: Int32Array;
  readonly place: Int32Array;
  /** Hundred-thousandths of a degree. */
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  /** Digits; 0 for none. */
  readonly postcode: Int32Array;
}

const atFirst = 1024;

const postcodeOf = (text: string | null): number => Number(/\d{4}/.exec(text ?? '')?.[0] ?? 0);

/** Columns that grow as addresses come: 20 bytes each, and 8 or so to know them again. */
export const createHouses = () => {
  let columns = [0, 1, 2, 3, 4].map(() => new Int32Array(atFirst));
  const seen = new Set<number>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add({ lonLat, postcode }: Address, name: number, place: number): boolean {
      // Both are far below 2^26, so the pair is one whole number.
      const key = (place + 1) * 2 ** 26 + name;
      if (seen.has(key)) return false;
      seen.add(key);
      if (size === columns[0]?.length) columns = columns.map((column) => grown(column));
      const row = [
        name,
        place,
        Math.round(lonLat[0] * perDegree),
        Math.round(lonLat[1] * perDegree),
        postcodeOf(postcode),
      ];
      for (const [i, value] of row.entries()) (columns[i] as Int32Array)[size] = value;
      size += 1;
      return true;
    },
    columns(): HouseColumns {
      const [name, place, lon, lat, postcode] = columns.map((column) => column.subarray(0, size));
      if (!(name && place && lon && lat && postcode)) throw new Error('columns are missing');
      return { name, place, lon, lat, postcode };
    },
  };
};

const grown = (column: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
};
