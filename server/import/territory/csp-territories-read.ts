import type { Findings } from '#core/findings.ts';
import { fold } from '#core/language/fold.ts';
import { atvkCode, generationOfMost } from '#core/place/atvk.ts';
import { Problem } from '#core/problem.ts';
import type { BroughtFile } from '../../context.ts';
import type { ShapefileLayer, ShapefileRecord, ShapefileValue } from '../format/shapefile.ts';
import { openShapefiles } from '../format/shapefile.ts';
import type { StatedFile, StatedMunicipality, StatedUnit } from './territory-file.ts';
import { columnsOf, dateIn, epsgOf, sayLayer } from './territory-layer.ts';
import { ringsOf } from './territory-shape.ts';

/** Columns of `Territorial_units_LV` by what they mean; the first word is that of the Statistical Bureau. */
const headings = {
  code: ['L1_code', 'L1_kods', 'ATVK', 'ATVK_kods', 'kods'],
  name: ['L1_name', 'L1_nosaukums', 'nosaukums'],
  type: ['L1_type', 'L1_tips', 'tips'],
  areaKm2: ['L1_area', 'L1_platiba', 'platiba'],
  municipalityCode: ['L0_code', 'L0_kods', 'LAU2_code', 'LAU_code', 'LAU1_code'],
  municipalityName: ['L0_name', 'L0_nosaukums', 'novads'],
  municipalityAreaKm2: ['L0_area', 'L0_platiba'],
} as const;
type Field = keyof typeof headings;

/** Kinds by the number in L1_type: 7 parish, 6 town, 5 municipality without parts, 1 state city. */
const kinds: Readonly<Record<string, StatedUnit['kind']>> = {
  '7': 'parish',
  '6': 'town',
  '5': 'whole',
  '1': 'town',
};

/** One unit of the file before its codes are looked at as a whole. */
interface Cells {
  readonly record: ShapefileRecord;
  text(field: Field): string;
}

const textOf = (value: ShapefileValue | undefined): string =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** Reads the one layer of units; the archive may hold others beside it. */
export async function readCspTerritories(file: BroughtFile, findings: Findings): Promise<StatedFile> {
  const archive = openShapefiles(file);
  try {
    const layer = chooseLayer(archive.layers, file.name, findings);
    sayLayer(layer, findings);
    const columns = columnsOf(layer, headings, ['code', 'name'], file.name);
    const units: StatedUnit[] = [];
    const municipalities = new Map<string, StatedMunicipality>();
    const spellings = new Spellings();
    for await (const record of layer.records()) {
      findings.read();
      const cells = { record, text: (field: Field) => textOf(record.values[columns.get(field) ?? '']) };
      const unit = readUnit(cells, layer.file, findings, spellings);
      if (unit === null) continue;
      units.push(unit);
      const { municipality, spot } = unit;
      // Every row repeats what its municipality is; the first one will do.
      const known = municipalities.get(municipality.code ?? municipality.name);
      const areaKm2 = known?.areaKm2 ?? positive(cells.text('municipalityAreaKm2'));
      municipalities.set(municipality.code ?? municipality.name, {
        spot,
        ...known,
        ...municipality,
        areaKm2,
        rings: null,
      });
    }
    spellings.say(findings);
    return statedFile(file.name, layer, units, [...municipalities.values()], findings);
  } finally {
    archive.close();
  }
}

/** The layer with units; of several years the newest. */
function chooseLayer(
  layers: readonly ShapefileLayer[],
  fileName: string,
  findings: Findings,
): ShapefileLayer {
  const codes = headings.code.slice(0, 2).map(fold);
  const fitting = layers.filter(({ columns }) => columns.some((column) => codes.includes(fold(column))));
  const [chosen, ...rest] = fitting.toSorted((a, b) =>
    (dateIn(a.name) ?? '') < (dateIn(b.name) ?? '') ? 1 : -1,
  );
  if (chosen === undefined) {
    const value = layers
      .map(({ name, columns }) => `${name}: ${columns.join(', ')}`)
      .join('; ')
      .slice(0, 200);
    throw new Problem('bad-import', {
      faults: [{ field: fileName, fault: 'missing', value, expected: 'L1_code, L1_name' }],
    });
  }
  for (const { name } of [...rest, ...layers.filter((layer) => !fitting.includes(layer))]) {
    findings.add({ code: 'layer-left-out', values: { name } });
  }
  return chosen;
}

const positive = (text: string): number | null => {
  const value = Number.parseFloat(text.replace(',', '.'));
  return Number.isFinite(value) && value > 0 ? value : null;
};

/** Counts codes that are not written as 7 digits: one sentence says it of all. */
class Spellings {
  #count = 0;
  #first: { value: string; as: string } | null = null;

  read(text: string): string | null {
    const code = atvkCode(text);
    if (code !== null && code !== text) {
      this.#count += 1;
      this.#first ??= { value: text, as: code };
    }
    return code;
  }

  say(findings: Findings): void {
    if (this.#first === null) return;
    findings.add({
      code: 'code-lost-zeros',
      effect: 'corrected',
      values: { count: this.#count, ...this.#first },
    });
  }
}

function readUnit(
  { record, text }: Cells,
  file: string,
  findings: Findings,
  spellings: Spellings,
): StatedUnit | null {
  const spot = { file, row: record.record };
  const [name, stated] = [text('name'), text('code')];
  const drop = (
    code: 'unit-struck-out' | 'unit-without-name' | 'unit-without-code' | 'unit-without-shape',
    values = {},
  ) => {
    findings.drop({ code, ...spot, values });
    return null;
  };
  if (record.isDeleted) return drop('unit-struck-out', { name });
  if (name === '') return drop('unit-without-name');
  const code = spellings.read(stated);
  if (code === null) return drop('unit-without-code', { name, value: stated });
  const rings = ringsOf(record.geometry);
  if (rings === null) return drop('unit-without-shape', { name });
  const municipalityCode = spellings.read(text('municipalityCode'));
  const isWhole = municipalityCode === null || municipalityCode === code;
  const byType = kinds[text('type').replace(/\.0+$/, '')];
  const byName = /pagasts$/i.test(name) ? 'parish' : /novads$/i.test(name) ? 'whole' : 'town';
  if (byType === undefined && text('type') !== '') {
    findings.add({
      code: 'unit-type-unknown',
      ...spot,
      field: 'L1_type',
      values: { name, value: text('type') },
    });
  }
  return {
    spot,
    name,
    code,
    kind: isWhole && (byType ?? byName) !== 'parish' ? 'whole' : (byType ?? byName),
    municipality: { name: text('municipalityName') || name, code: municipalityCode ?? code },
    areaKm2: positive(text('areaKm2')),
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
  const date = dateIn(layer.name) ?? dateIn(fileName);
  const scale = /(\d(?:\.\d)?)m[_.(]/i.exec(`${layer.name}_${fileName}`)?.[1];
  const generation =
    generationOfMost(units.map(({ code }) => code)) ??
    (date !== null && date < '2021-07-01' ? '2009' : '2021');
  return {
    units,
    municipalities,
    generation,
    epsg: epsgOf(layer, fileName, findings, units[0]?.rings ?? []),
    outerIsClockwise: true,
    date,
    source: `CSP Territorial_units_LV${date === null ? '' : ` ${date}`}`,
    confidence:
      scale === undefined ? 'official, generalised' : `official, generalised to 1 : ${scale} million`,
  };
}
