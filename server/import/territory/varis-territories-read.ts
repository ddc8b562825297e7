import type { Geometry } from 'geojson';
import type { Findings } from '#core/findings.ts';
import { fold } from '#core/language/fold.ts';
import { atvkCode, generationOfMost } from '#core/place/atvk.ts';
import type { Ring } from '#core/place/ring.ts';
import { Problem } from '#core/problem.ts';
import type { ShapefileArchive, ShapefileLayer, ShapefileValue } from '../format/shapefile.ts';
import type { StatedFile, StatedMunicipality, StatedUnit } from './territory-file.ts';
import { type Columns, columnsOf, epsgOf, sayLayer } from './territory-layer.ts';
import { ringsOf, type Spot } from './territory-shape.ts';

const headings = {
  key: ['KODS'],
  type: ['TIPS_CD'],
  name: ['NOSAUKUMS'],
  parent: ['VKUR_CD'],
  approved: ['APSTIPR'],
  status: ['STATUSS'],
  until: ['DAT_BEIG'],
  atvk: ['ATRIB'],
  full: ['STD'],
} as const;
type Field = keyof typeof headings;

/** An object of the register that is in force. */
export interface VarisObject {
  readonly spot: Spot;
  readonly key: string;
  /** Key of what it lies in. */
  readonly parent: string;
  readonly name: string;
  readonly atvk: string | null;
  readonly stated: string;
  readonly geometry: Geometry | null;
}

const textOf = (value: ShapefileValue | undefined): string =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** "Slampes pag." is "Slampes pagasts", "Tukuma nov." is "Tukuma novads". */
const writtenOut = (name: string): string =>
  name.replace(/ pag\.?$/i, ' pagasts').replace(/ nov\.?$/i, ' novads');

/** Layers of `aw_shp.zip` by their names. */
export const varisLayer = ({ layers }: ShapefileArchive, name: string): ShapefileLayer | undefined =>
  layers.find((layer) => fold(layer.name) === fold(name));

/**
 * The objects of a layer that are in force: of status EKS, approved, without a last day. All others are dropped and
 * named, because the register keeps what was once there.
 */
export async function* readVarisLayer(
  layer: ShapefileLayer,
  fileName: string,
  findings: Findings,
): AsyncGenerator<VarisObject> {
  sayLayer(layer, findings);
  const columns = columnsOf(layer, headings, ['key', 'name'], fileName);
  for await (const { record, isDeleted, values, geometry } of layer.records()) {
    findings.read();
    const spot = { file: layer.file, row: record };
    const text = (field: Field) => textOf(values[columns.get(field) ?? '']);
    const name = writtenOut(text('name') || (text('full').split(',')[0] ?? ''));
    if (isDeleted) findings.drop({ code: 'unit-struck-out', ...spot, values: { name } });
    else if (!isInForce(text, columns)) findings.drop(notInForce(spot, name, text));
    else if (name === '') findings.drop({ code: 'unit-without-name', ...spot, values: {} });
    else {
      const stated = text('atvk');
      yield {
        spot,
        key: text('key'),
        parent: text('parent'),
        name,
        atvk: atvkCode(stated),
        stated,
        geometry,
      };
    }
  }
}

type Text = (field: Field) => string;

const isInForce = (text: Text, columns: Columns<Field>): boolean =>
  (!columns.has('status') || text('status').toUpperCase() === 'EKS') &&
  (!columns.has('approved') || text('approved').toUpperCase() === 'Y') &&
  text('until') === '';

const notInForce = (spot: Spot, name: string, text: Text) => ({
  code: 'unit-not-in-force' as const,
  ...spot,
  values: {
    name,
    status: [text('status'), text('until')].filter((part) => part !== '').join(', '),
    approved: text('approved'),
  },
});

/** Units of the archive, and which of them has which key in the register. */
export interface VarisUnits {
  readonly stated: StatedFile;
  readonly codeByKey: ReadonlyMap<string, string>;
}

/** @throws Problem `bad-import` where a layer of units is missing. */
export async function readVarisUnits(archive: ShapefileArchive, findings: Findings): Promise<VarisUnits> {
  const { fileName } = archive;
  const [municipalityLayer, townLayer, parishLayer] = [
    layerOrThrow(archive, 'Novadi'),
    layerOrThrow(archive, 'Pilsetas'),
    layerOrThrow(archive, 'Pagasti'),
  ];
  const municipalities = new Map<string, VarisObject & { readonly rings: readonly Ring[] | null }>();
  for await (const object of readVarisLayer(municipalityLayer, fileName, findings)) {
    municipalities.set(object.key, { ...object, rings: ringsOf(object.geometry), geometry: null });
  }
  const codeByKey = new Map<string, string>();
  const units: StatedUnit[] = [];
  for (const [layer, kind] of [
    [townLayer, 'town'],
    [parishLayer, 'parish'],
  ] as const) {
    for await (const object of readVarisLayer(layer, fileName, findings)) {
      const unit = toUnit(object, kind, municipalities, findings);
      if (unit === null) continue;
      codeByKey.set(object.key, unit.code);
      units.push(unit);
    }
  }
  const stated: StatedMunicipality[] = [...municipalities.values()].map(({ spot, name, atvk, rings }) => ({
    spot,
    name,
    code: atvk,
    areaKm2: null,
    rings,
  }));
  return { codeByKey, stated: statedFile(fileName, parishLayer, units, stated, findings) };
}

function layerOrThrow(archive: ShapefileArchive, name: string): ShapefileLayer {
  const layer = varisLayer(archive, name);
  if (layer !== undefined) return layer;
  const value = archive.layers.map((each) => each.name).join(', ');
  throw new Problem('bad-import', {
    faults: [
      { field: archive.fileName, fault: 'missing', value: value.slice(0, 200), expected: `${name}.shp` },
    ],
  });
}

function toUnit(
  object: VarisObject,
  kind: 'town' | 'parish',
  municipalities: ReadonlyMap<string, VarisObject>,
  findings: Findings,
): StatedUnit | null {
  const { spot, name, atvk, stated } = object;
  if (atvk === null) {
    findings.drop({ code: 'unit-without-code', ...spot, field: 'ATRIB', values: { name, value: stated } });
    return null;
  }
  const rings = ringsOf(object.geometry);
  if (rings === null) {
    findings.drop({ code: 'unit-without-shape', ...spot, values: { name } });
    return null;
  }
  const municipality = municipalities.get(object.parent);
  return {
    spot,
    name,
    code: atvk,
    // A state city lies in no municipality: it is one.
    kind: municipality === undefined ? 'whole' : kind,
    municipality:
      municipality === undefined
        ? { name, code: atvk }
        : { name: municipality.name, code: municipality.atvk },
    areaKm2: null,
    rings,
    validFrom: null,
  };
}

function statedFile(
  fileName: string,
  layer: ShapefileLayer,
  units: readonly StatedUnit[],
  municipalities: readonly StatedMunicipality[],
  findings: Findings,
): StatedFile {
  return {
    units,
    municipalities,
    generation: generationOfMost(units.map(({ code }) => code)) ?? '2021',
    epsg: epsgOf(layer, fileName, findings, units[0]?.rings ?? []),
    outerIsClockwise: true,
    date: null,
    source: 'VZD VARIS aw_shp',
    confidence: 'official',
  };
}
