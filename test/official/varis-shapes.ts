import { type Column, type Layer, type Row, type Shape, shapefileZip } from './shapefile.ts';

/** Columns of every layer of `aw_shp.zip`. */
const columns: readonly Column[] = [
  { name: 'KODS', type: 'N', length: 9 },
  { name: 'TIPS_CD', type: 'N', length: 3 },
  { name: 'NOSAUKUMS', type: 'C', length: 128 },
  { name: 'VKUR_CD', type: 'N', length: 9 },
  { name: 'VKUR_TIPS', type: 'N', length: 3 },
  { name: 'APSTIPR', type: 'C', length: 1 },
  { name: 'APST_PAK', type: 'N', length: 3 },
  { name: 'STATUSS', type: 'C', length: 3 },
  { name: 'SORT_NOS', type: 'C', length: 128 },
  { name: 'DAT_SAK', type: 'D', length: 8 },
  { name: 'DAT_MOD', type: 'D', length: 8 },
  { name: 'DAT_BEIG', type: 'D', length: 8 },
  { name: 'ATRIB', type: 'C', length: 32 },
  { name: 'STD', type: 'C', length: 256 },
];

interface VarisRow {
  readonly key: number;
  readonly name: string;
  readonly parent: number;
  readonly atvk?: string;
  readonly shape: Shape;
  readonly status?: string;
  readonly approved?: string;
  readonly until?: string;
}

const types = { Novadi: 113, Pilsetas: 104, Pagasti: 105, Ciemi: 106, Mazciemi: 106 } as const;
export type VarisLayers = Partial<Record<keyof typeof types, readonly VarisRow[]>>;

const toRow = (type: number, row: VarisRow): Row => ({
  shape: row.shape,
  values: {
    KODS: row.key,
    TIPS_CD: type,
    NOSAUKUMS: row.name,
    VKUR_CD: row.parent,
    APSTIPR: row.approved ?? 'Y',
    STATUSS: row.status ?? 'EKS',
    DAT_SAK: '20210701',
    DAT_BEIG: row.until ?? null,
    ATRIB: row.atvk ?? null,
    STD: row.name,
  },
});

/** An archive of the State Address Register. */
export const varisZip = (layers: VarisLayers, more: Partial<Layer> = {}): Uint8Array =>
  shapefileZip(
    Object.fromEntries(
      Object.entries(layers).map(([name, rows]) => {
        const type = types[name as keyof typeof types];
        return [`aw_shp/${name}`, { columns, rows: rows.map((row) => toRow(type, row)), ...more }];
      }),
    ),
  );
