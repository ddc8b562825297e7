import { slug } from '#core/language/fold.ts';
import type { Population, Territory } from '#core/place/territory.ts';
import { type Cells, toGeometry, unitGeometry } from './boundaries.ts';
import { municipalities, municipalityIdToday } from './municipalities.ts';
import { lonLatOrNull, number, numberOrNull, type Row, readTable, text, textOrNull } from './tables.ts';

const boundaryNote = 'boundary: schematic Voronoi model of this project';

/** Municipalities of both generations, the 23 units, then the neighbours for context. */
export function territoryRows(cells: Cells): Territory[] {
  const units = readTable('facts/territories.csv');
  const neighbours = readTable('facts/neighbours.csv').filter((row) => text(row, 'ring') !== 'reference');
  return [
    ...municipalities(cells, units),
    ...units.map((row) => unitRow(row, cells)),
    ...neighbours.map((row) => neighbourRow(row, cells)),
  ];
}

function unitRow(row: Row, cells: Cells): Territory {
  const id = slug(text(row, 'name_lv'));
  return {
    id,
    kind: text(row, 'kind') === 'town' ? 'town' : 'parish',
    nameLv: text(row, 'name_lv'),
    nameEn: text(row, 'name_en'),
    parents: [
      { id: `${slug(text(row, 'novads_2009_2021'))}-2009`, validFrom: '2009-07-01', validTo: '2021-06-30' },
      { id: municipalityIdToday, validFrom: '2021-07-01', validTo: null },
    ],
    atvk2009: text(row, 'atvk_2009_2021'),
    atvk2021: textOrNull(row, 'atvk_2021_inferred_unverified'),
    atvk2021IsInferred: true,
    validFrom: '2009-07-01',
    validTo: null,
    areaKm2Official: number(row, 'area_km2_2018'),
    centreName: text(row, 'centre'),
    centre: lonLatOrNull(row, 'centre_lon', 'centre_lat'),
    population: foundPopulation(row),
    geometry: toGeometry(unitGeometry(cells, [id])),
    source: `${text(row, 'source')}; ${boundaryNote}`,
    confidence: `${text(row, 'confidence')}; centre ${text(row, 'centre_confidence')}; boundary low (schematic)`,
    isModel: true,
  };
}

/** The figure somebody published, with its year and series; the constructed figure for 2024 never comes here. */
function foundPopulation(row: Row): Population | null {
  const people = numberOrNull(row, 'population');
  if (people === null) return null;
  return {
    people,
    year: text(row, 'population_year'),
    series: text(row, 'population_series'),
    source: text(row, 'population_source'),
  };
}

function neighbourRow(row: Row, cells: Cells): Territory {
  const id = slug(text(row, 'name_lv'));
  return {
    id,
    kind: 'neighbour',
    nameLv: text(row, 'name_lv'),
    nameEn: text(row, 'name_en'),
    parents: [],
    atvk2009: textOrNull(row, 'atvk_2009_2021'),
    atvk2021: null,
    atvk2021IsInferred: false,
    validFrom: '2009-07-01',
    validTo: null,
    areaKm2Official: numberOrNull(row, 'area_km2_2018'),
    centreName: textOrNull(row, 'centre'),
    centre: lonLatOrNull(row, 'centre_lon', 'centre_lat'),
    population: null,
    geometry: toGeometry(unitGeometry(cells, [id])),
    source: `${text(row, 'source')}; ${boundaryNote}`,
    confidence: `${text(row, 'confidence')}; boundary low (schematic, outer side arbitrary)`,
    isModel: true,
  };
}
