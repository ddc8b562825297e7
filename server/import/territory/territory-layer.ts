import type { Findings } from '#core/findings.ts';
import { fold } from '#core/language/fold.ts';
import { boxOf, type Ring } from '#core/place/ring.ts';
import { Problem } from '#core/problem.ts';
import type { ShapefileLayer } from '../format/shapefile.ts';

/** Which column of a layer means what. */
export type Columns<Field extends string> = ReadonlyMap<Field, string>;

/**
 * Finds columns by the words known for them, whatever case and diacritics; a dBase name has 10 signs, so a longer
 * word may be cut there.
 * @throws Problem `bad-import` naming a column that is needed and not there.
 */
export function columnsOf<Field extends string>(
  layer: Pick<ShapefileLayer, 'columns' | 'file'>,
  headings: Readonly<Record<Field, readonly string[]>>,
  required: readonly NoInfer<Field>[],
  fileName: string,
): Columns<Field> {
  const found = new Map<Field, string>();
  for (const field of Object.keys(headings) as Field[]) {
    for (const word of headings[field]) {
      const column = layer.columns.find((name) =>
        [word, word.slice(0, 10)].some((known) => fold(known) === fold(name)),
      );
      if (column !== undefined && !found.has(field)) found.set(field, column);
    }
  }
  const missing = required.filter((field) => !found.has(field));
  if (missing.length === 0) return found;
  throw new Problem('bad-import', {
    faults: missing.map((field) => ({
      field: `${fileName}/${layer.file}`,
      fault: 'missing',
      value: layer.columns.join(', ').slice(0, 200),
      expected: headings[field].join(' | '),
    })),
  });
}

/** "(2024.01.01.)" and "2024-01-01" in the name of a file; null where it names no day. */
export function dateIn(name: string): string | null {
  const [, year, month, day] = /((?:19|20)\d{2})[._-](\d{2})[._-](\d{2})/.exec(name) ?? [];
  const date = `${year}-${month}-${day}`;
  return day !== undefined && !Number.isNaN(Date.parse(date)) ? date : null;
}

/** Says what of a shapefile was missing or not as it states. */
export function sayLayer({ file, encoding, missing }: ShapefileLayer, findings: Findings): void {
  const stem = file.replace(/\.shp$/i, '');
  if (missing.includes('.shx'))
    findings.add({ code: 'index-missing', file, values: { value: `${stem}.shx` } });
  if (encoding.stated !== null) {
    findings.add({
      code: 'letters-otherwise',
      file,
      values: { value: encoding.label, stated: encoding.stated },
    });
  } else if (encoding.from === 'contents' && encoding.label !== 'utf-8') {
    findings.add({ code: 'letters-assumed', file, values: { value: encoding.label } });
  }
}

/**
 * The plane of a layer: by its .prj, and where that is missing by how large the numbers are.
 * @throws Problem `bad-import` for another plane, with what the file calls it.
 */
export function epsgOf(
  layer: ShapefileLayer,
  fileName: string,
  findings: Findings,
  rings: readonly Ring[],
): 3059 | 4326 {
  const { crs, file } = layer;
  const expected = 'LKS-92 / Latvia TM (EPSG:3059), WGS 84 (EPSG:4326)';
  if (crs !== null) {
    if (crs.epsg === 3059 || crs.epsg === 4326) return crs.epsg;
    const field = `${fileName}/${file.replace(/\.shp$/i, '.prj')}`;
    throw new Problem('bad-import', { faults: [{ field, fault: 'not-one-of', value: crs.name, expected }] });
  }
  const epsg = epsgByNumbers(rings);
  findings.add({ code: 'plane-missing', file, values: { value: file.replace(/\.shp$/i, '.prj'), epsg } });
  return epsg;
}

/** Degrees are at most 180; metres of a country are more. */
export function epsgByNumbers(rings: readonly Ring[]): 3059 | 4326 {
  const [west, south, east, north] = boxOf(rings);
  const isDegrees = Math.max(Math.abs(west), Math.abs(east), Math.abs(south), Math.abs(north)) <= 180;
  return isDegrees ? 4326 : 3059;
}
