import { slug } from '#core/language/fold.ts';
import type { Settlement } from '#core/place/territory.ts';
import { lonLatOrNull, numberOrNull, type Row, readTable, text, textOrNull } from './tables.ts';

/** Every place of the facts, those without a found position too. */
export function settlementRows(): Settlement[] {
  const rows = readTable('facts/places.csv');
  const names = rows.map((row) => text(row, 'name_lv'));
  return rows.map((row) => {
    const name = text(row, 'name_lv');
    const territoryId = slug(text(row, 'territory'));
    const isRepeated = names.indexOf(name) !== names.lastIndexOf(name);
    return {
      id: isRepeated ? `${slug(name)}-${territoryId}` : slug(name),
      nameLv: name,
      kind: text(row, 'kind'),
      territoryId,
      position: lonLatOrNull(row, 'lon', 'lat'),
      positionQuality: textOrNull(row, 'coord_quality'),
      population: populationOf(row),
      source: text(row, 'source'),
      confidence: `name: ${text(row, 'name_confidence')}`,
      isModel: false,
    };
  });
}

function populationOf(row: Row): Settlement['population'] {
  const people = numberOrNull(row, 'population');
  if (people === null) return null;
  return {
    people,
    year: text(row, 'population_year'),
    series: 'not stated',
    source: text(row, 'population_source'),
  };
}
