import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { templateWorkbook, type workbooks } from '../../geodata/templates/build.ts';
import { readGrids } from '../../server/import/format/xlsx-grid.ts';

it.each(['venues', 'events', 'survey'] as const satisfies readonly (keyof typeof workbooks)[])(
  'the workbook of %s holds what its CSV twin does: run node geodata/templates/build.ts',
  async (name) => {
    const shipped = await readGrids(readFileSync(`geodata/templates/${name}.xlsx`));
    expect(shipped).toEqual(await readGrids(await templateWorkbook(name)));
    expect(shipped[0]?.rows.length).toBeGreaterThan(2);
    expect(shipped[0]?.troubles).toEqual([]);
  },
);
