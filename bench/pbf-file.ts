import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { deflateSync } from 'node:zlib';

/** A town of equal blocks written as PBF: how many towns decides the size, how many houses what is not kept. */
export interface TownPlan {
  readonly towns: number;
  /** Houses of five nodes beside the streets of a town: nothing that an import of streets keeps. */
  readonly housesPerTown: number;
}

/** Bytes that grow. */
class Bytes {
  #bytes = new Uint8Array(64);
  length = 0;

  varint(value: number): void {
    this.#room(10);
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.length++] = rest;
  }

  sint(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  field(number: number, content: Uint8Array): void {
    this.varint(number * 8 + 2);
    this.varint(content.length);
    this.#room(content.length);
    this.#bytes.set(content, this.length);
    this.length += content.length;
  }

  text(number: number, text: string): void {
    this.field(number, new TextEncoder().encode(text));
  }

  take(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(2 * (this.length + more));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

const made = (write: (bytes: Bytes) => void): Uint8Array => {
  const bytes = new Bytes();
  write(bytes);
  return bytes.take();
};

const deltas = (values: readonly number[]): Uint8Array =>
  made((bytes) => {
    let last = 0;
    for (const value of values) {
      bytes.sint(value - last);
      last = value;
    }
  });

const strings = ['', 'highway', 'residential', 'name', 'surface', 'asphalt', 'building', 'house', 'tertiary'];
const stringTable = made((bytes) => {
  for (const text of strings) bytes.text(1, text);
});

const blob = (type: string, content: Uint8Array): Uint8Array => {
  const packed = deflateSync(content, { level: 1 });
  const body = made((bytes) => {
    bytes.varint(2 * 8);
    bytes.varint(content.length);
    bytes.field(3, packed);
  });
  const header = made((bytes) => {
    bytes.text(1, type);
    bytes.varint(3 * 8);
    bytes.varint(body.length);
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  return Buffer.concat([length, header, body]);
};

const header = blob(
  'OSMHeader',
  made((bytes) => {
    for (const feature of ['OsmSchema-V0.6', 'DenseNodes']) bytes.text(4, feature);
    bytes.text(5, 'Sort.Type_then_ID');
  }),
);

const dataBlob = (group: (bytes: Bytes) => void): Uint8Array =>
  blob(
    'OSMData',
    made((bytes) => {
      bytes.field(1, stringTable);
      bytes.field(2, made(group));
    }),
  );

interface Node {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
}

interface Way {
  readonly id: number;
  readonly refs: readonly number[];
  /** Indices into `strings`. */
  readonly tags: readonly (readonly [key: number, value: number])[];
}

const nodeBlob = (nodes: readonly Node[]): Uint8Array =>
  dataBlob((group) => {
    const dense = made((bytes) => {
      bytes.field(1, deltas(nodes.map(({ id }) => id)));
      bytes.field(8, deltas(nodes.map(({ lat }) => lat)));
      bytes.field(9, deltas(nodes.map(({ lon }) => lon)));
    });
    group.field(2, dense);
  });

const wayBlob = (ways: readonly Way[]): Uint8Array =>
  dataBlob((group) => {
    for (const { id, refs, tags } of ways) {
      const way = made((bytes) => {
        bytes.varint(8);
        bytes.varint(id);
        bytes.field(
          2,
          Uint8Array.from(tags, ([key]) => key),
        );
        bytes.field(
          3,
          Uint8Array.from(tags, ([, value]) => value),
        );
        bytes.field(8, deltas(refs));
      });
      group.field(3, way);
    }
  });

/** Numbers of a linear congruential generator: the same file every time (Knuth's MMIX would need 64 bits). */
const createRandom = () => {
  let state = 12_345;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
};

/** Streets of a town: so many junctions each way, three bends between neighbours. */
const side = 12;
const bends = 3;
const spacing = 15_000;

type Random = (below: number) => number;

function streetsOf(town: number, firstNode: number, firstWay: number, random: Random) {
  const nodes: Node[] = [];
  const ways: Way[] = [];
  const [lon0, lat0] = [
    220_000_000 + (town % 60) * side * spacing,
    560_000_000 + Math.floor(town / 60) * side * spacing,
  ];
  const add = (lon: number, lat: number): number => {
    nodes.push({
      id: firstNode + nodes.length,
      lon: lon0 + lon + random(900),
      lat: lat0 + lat + random(900),
    });
    return firstNode + nodes.length - 1;
  };
  const junction = (i: number) => firstNode + i;
  for (let i = 0; i < side * side; i += 1) add((i % side) * spacing, Math.floor(i / side) * spacing);
  const join = (a: number, b: number) => {
    const [ax, ay, bx, by] = [a % side, Math.floor(a / side), b % side, Math.floor(b / side)];
    const between = Array.from({ length: bends }, (_, k) => {
      const share = (k + 1) / (bends + 1);
      return add(
        Math.round((ax + share * (bx - ax)) * spacing),
        Math.round((ay + share * (by - ay)) * spacing),
      );
    });
    const tags = [[1, ay === 0 ? 8 : 2] as const, [3, 2] as const, [4, 5] as const];
    ways.push({ id: firstWay + ways.length, refs: [junction(a), ...between, junction(b)], tags });
  };
  for (let i = 0; i < side * side; i += 1) {
    if (i % side < side - 1) join(i, i + 1);
    if (i < side * (side - 1)) join(i, i + side);
  }
  return { nodes, ways, lon0, lat0 };
}

/** Writes the file; returns its size in bytes. */
export async function writeTowns(path: string, { towns, housesPerTown }: TownPlan): Promise<number> {
  const random = createRandom();
  const out = createWriteStream(path);
  const wayBlobs: Uint8Array[] = [];
  let [bytes, nextNode, nextWay] = [0, 1, 1];
  const write = async (chunk: Uint8Array) => {
    bytes += chunk.length;
    if (!out.write(chunk)) await once(out, 'drain');
  };
  await write(header);
  for (let town = 0; town < towns; town += 1) {
    const { nodes, ways, lon0, lat0 } = streetsOf(town, nextNode, nextWay, random);
    for (let house = 0; house < housesPerTown; house += 1) {
      const [lon, lat] = [lon0 + random(side * spacing), lat0 + random(side * spacing)];
      const first = nextNode + nodes.length;
      for (let corner = 0; corner < 5; corner += 1) {
        nodes.push({ id: first + corner, lon: lon + random(1500), lat: lat + random(1500) });
      }
      const refs = [first, first + 1, first + 2, first + 3, first + 4, first];
      ways.push({ id: nextWay + ways.length, refs, tags: [[6, 7]] });
    }
    nextNode += nodes.length;
    nextWay += ways.length;
    await write(nodeBlob(nodes));
    wayBlobs.push(wayBlob(ways));
  }
  for (const each of wayBlobs) await write(each);
  out.end();
  await finished(out);
  return bytes;
}
