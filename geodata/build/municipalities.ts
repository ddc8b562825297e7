import { slug } from '#core/language/fold.ts';
import type { Territory } from '#core/place/territory.ts';
import { type Cells, toGeometry, unitGeometry } from './boundaries.ts';
import { numberOrNull, type Row, readTable, text, textOrNull } from './tables.ts';

export const municipalityIdToday = 'tukuma-novads';

/**
 * Today's municipality and the four of 2009-2021 that became it; each is drawn as the union of its
 * units, so its border is exactly theirs.
 */
export function municipalities(cells: Cells, units: readonly Row[]): Territory[] {
  return readTable('facts/municipalities.csv').map((row) => {
    const id = text(row, 'id');
    const name = text(row, 'name_lv');
    const isToday = id === municipalityIdToday;
    const own = units.filter((unit) => isToday || text(unit, 'novads_2009_2021') === name);
    const people = numberOrNull(row, 'population');
    return {
      id,
      kind: 'municipality',
      nameLv: name,
      nameEn: text(row, 'name_en'),
      parents: [],
      atvk2009: textOrNull(row, 'atvk_2009_2021'),
      atvk2021: textOrNull(row, 'atvk_2021'),
      atvk2021IsInferred: false,
      validFrom: text(row, 'valid_from'),
      validTo: textOrNull(row, 'valid_to'),
      areaKm2Official: numberOrNull(row, 'area_km2'),
      centreName: null,
      centre: null,
      population:
        people === null
          ? null
          : {
              people,
              year: text(row, 'population_year'),
              series: text(row, 'population_series'),
              source: text(row, 'population_source'),
            },
      geometry: toGeometry(
        unitGeometry(
          cells,
          own.map((unit) => slug(text(unit, 'name_lv'))),
        ),
      ),
      source: `${text(row, 'source')}; boundary: union of the schematic units`,
      confidence: text(row, 'confidence'),
      isModel: true,
    };
  });
}
