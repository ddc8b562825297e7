import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEachRow } from '#core/transit/gtfs/csv.ts';

function rows(text: string, pieceLength = text.length + 1): { cells: readonly string[]; line: number }[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) pieces.push(text.slice(at, at + pieceLength));
  const found: { cells: readonly string[]; line: number }[] = [];
  forEachRow('t.txt', pieces, (cells, line) => found.push({ cells, line }));
  return found;
}

const cells = (text: string, pieceLength?: number) => rows(text, pieceLength).map((row) => row.cells);

describe('comma-separated text', () => {
  it('is read as csv-parse reads it, whatever the cells and wherever the pieces are cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ā', ',', '"', '\n', ' ', '1', '😀') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), fc.boolean(), (list, pieceLength, isQuoted) => {
        const text = stringify(list, { quoted: isQuoted });
        const peer = parse(text, { relax_column_count: true, skip_empty_lines: false }) as string[][];
        // Cells are trimmed here, also within quotation marks, and lines of white space do not count.
        const expected = peer.map((row) => row.map((each) => each.trim())).filter((row) => row.length > 1);
        expect(cells(text, pieceLength)).toEqual(expected);
      }),
    );
  });

  it('may have a byte order mark, carriage returns, empty lines and no last line break', () => {
    expect(rows('\uFEFFa,b\r\n\r\n1,2\r\n3,4', 3)).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1', '2'], line: 3 },
      { cells: ['3', '4'], line: 4 },
    ]);
  });

  it('may have spaces after commas, before and after quotation marks', () => {
    expect(cells('5800064, 58, "Ventspils, osta" , , 3')).toEqual([
      ['5800064', '58', 'Ventspils, osta', '', '3'],
    ]);
  });

  it('keeps quotation marks that are doubled, and those within a cell that has none around it', () => {
    expect(cells('1,"""Bisnieki"""\n2,Veikals "Maxima"\n')).toEqual([
      ['1', '"Bisnieki"'],
      ['2', 'Veikals "Maxima"'],
    ]);
  });

  it('counts lines of the file, also where a cell has several', () => {
    expect(rows('a,"b\nc\nd"\ne,f\n', 2).map(({ line }) => line)).toEqual([1, 4]);
  });

  it('is refused when a quotation mark is never closed, without reading on for ever', () => {
    const open = `a,b\n1,"2\n${'x,y\n'.repeat(50_000)}`;
    for (const text of ['a,b\n1,"2\n3,4', open]) {
      expect(() => rows(text, 4096)).toThrow(
        expect.objectContaining({
          code: 'bad-import',
          faults: [{ field: 't.txt', row: 2, fault: 'malformed', expected: '"' }],
        }),
      );
    }
  });
});
