import { describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { streamTable } from '#server/import/format/streamed-table.ts';

const fileOf = (pieces: readonly Uint8Array[]) => ({ name: 'aw_eka.csv', read: () => pieces });

const linesOf = async (pieces: readonly Uint8Array[]): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await streamTable(fileOf(pieces));
  const lines: Record<string, number> = {};
  for await (const row of rows) lines[row.cell('kods')] = row.line;
  return lines;
};

const table = ['kods,piezime', '1,a', '2,"x\ny\n\nz"', '3,b', '', '4,"ā\n"', '5,c', ''].join('\n');

/** Every sign a piece of its own, so that breaks and letters are cut in every possible place. */
const singly = (bytes: Uint8Array): readonly Uint8Array[] => [...bytes].map((byte) => Uint8Array.of(byte));

const faultOf = async (pieces: readonly Uint8Array[]) => {
  const problem: unknown = await linesOf(pieces).catch((error: unknown) => error);
  if (!(problem instanceof Problem)) throw new Error('it was read');
  return problem.faults[0];
};

describe('rows of a streamed table', () => {
  it.each([
    ['\n', 'LF'],
    ['\r\n', 'CR LF'],
    ['\r', 'CR'],
  ])(
    'begin on the line that a person sees, whatever breaks lines inside and outside quotes: %j',
    async (sign) => {
      const bytes = new TextEncoder().encode(table.replaceAll('\n', sign));
      const seen = { 1: 2, 2: 3, 3: 7, 4: 9, 5: 11 };
      expect(await linesOf([bytes])).toEqual(seen);
      expect(await linesOf(singly(bytes))).toEqual(seen);
    },
  );

  it('are the same in UTF-16 of either order', async () => {
    const little = Buffer.from(`\ufeff${table}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(await linesOf([little])).toEqual(await linesOf([Buffer.from(table)]));
    expect(await linesOf([big])).toEqual(await linesOf([Buffer.from(table)]));
  });

  it('name the line on which UTF-8 breaks off far into the file', async () => {
    // More than is looked at to learn how a file is written.
    const rows = `kods,piezime\n${'1,āāāāāāāā\n'.repeat(30_000)}`;
    const whole = Buffer.concat([Buffer.from(rows), Buffer.from([0x32, 0x2c, 0xff, 0x0a])]);
    const size = 65_535;
    const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
      whole.subarray(i * size, (i + 1) * size),
    );
    expect(await faultOf(pieces)).toMatchObject({ field: 'aw_eka.csv', row: 30_002 });
  });
});
