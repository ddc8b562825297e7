import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { booleanPointInPolygon, booleanValid, kinks, multiPolygon } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, it } from 'vitest';
import { slug } from '#core/language/fold.ts';
import { cellIdAt } from '#core/place/cell.ts';
import { toLks92 } from '#core/place/lks92.ts';
import type { LonLat } from '#core/place/units.ts';
import { sharedEdges } from '../../geodata/build/agreement-boundaries.ts';
import { components } from '../../geodata/build/agreement-roads.ts';
import { unitGeometry } from '../../geodata/build/boundaries.ts';
import { buildDatasets } from '../../geodata/build/datasets.ts';
import { modelTexts } from '../../geodata/build/main.ts';
import { areaAndCentroid, distance } from '../../geodata/build/plane.ts';
import { agreementReport, sourcesText } from '../../geodata/build/report.ts';
import { detourFactor } from '../../geodata/build/streets.ts';
import { geodataFolder, number, readTable, text } from '../../geodata/build/tables.ts';
import { officialTargets } from '../../geodata/build/targets.ts';
import { venueIdOf } from '../../geodata/build/venues.ts';

const data = buildDatasets();
const sources = readFileSync(join(geodataFolder, 'SOURCES.md'), 'utf8');
const units = data.territories.filter(({ kind }) => kind === 'town' || kind === 'parish');
const datasets = Object.keys(modelTexts(data));

function polygonsOf(geometry: Geometry | null | undefined): Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates;
  throw new Error('neither a polygon nor a multipolygon');
}

describe('the model files', () => {
  it.each(datasets)('are the bytes that the tables give: %s', (dataset) => {
    const shipped = readFileSync(join(geodataFolder, 'model', `${dataset}.json`), 'utf8');
    expect(modelTexts(data)[dataset] === shipped).toBe(true);
  });

  it('are reported on in SOURCES.md as they are', () => {
    expect(sourcesText(agreementReport(data))).toBe(sources);
  });

  it.each(datasets)('have a row with a licence in SOURCES.md: %s', (dataset) => {
    const row = sources
      .split('\n')
      .find((line) => line.startsWith(`| ${dataset} | \`model/${dataset}.json\``));
    expect(row).toMatch(/CC BY 4\.0/);
    expect(row).toMatch(/fact|model/);
  });

  it('come from tables that SOURCES.md all names', () => {
    for (const folder of ['facts', 'assumptions']) {
      for (const file of readdirSync(join(geodataFolder, folder))) {
        expect(sources).toContain(`${folder}/${file}`);
      }
    }
  });
});

describe('the boundaries', () => {
  const own = new Set(units.map(({ id }) => id));

  it('are shared point for point by exactly two units', () => {
    const all = [...data.cells.keys()];
    const geometries = all.map((unit) => unitGeometry(data.cells, [unit]));
    const { inner, unshared } = sharedEdges(geometries, all, own);
    expect(inner).toBeGreaterThan(300);
    expect(unshared).toBe(0);
  });

  it('are valid polygons that do not cross themselves', () => {
    for (const { id, geometry } of [...data.territories, ...data.landcover]) {
      const feature = multiPolygon(polygonsOf(geometry));
      expect(booleanValid(feature), id).toBe(true);
      expect(kinks(feature).features, id).toEqual([]);
    }
  });

  it('enclose areas near the official ones, and together the municipality', () => {
    const area = (id: string) => {
      const rings = polygonsOf(data.territories.find((row) => row.id === id)?.geometry).flat();
      return (
        areaAndCentroid(rings.map((ring) => ring.map(([lon = 0, lat = 0]): LonLat => [lon, lat]))).area / 1e6
      );
    };
    for (const { unit, area: official } of officialTargets().units.filter(({ isOwn }) => isOwn)) {
      expect(Math.abs(area(unit) / official - 1), unit).toBeLessThan(0.1);
    }
    const sum = units.reduce((total, { id }) => total + area(id), 0);
    expect(area('tukuma-novads')).toBeCloseTo(sum, 3);
    const old = ['tukuma', 'kandavas', 'engures', 'jaunpils'].map((name) => area(`${name}-novads-2009`));
    expect(old.reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 3);
  });
});

describe('the territories', () => {
  it('are two towns and 21 parishes with both generations of municipality above them', () => {
    expect(units.filter(({ kind }) => kind === 'town').map(({ id }) => id)).toEqual(['tukums', 'kandava']);
    expect(units).toHaveLength(23);
    const known = new Set(data.territories.map(({ id }) => id));
    for (const { parents } of units) {
      expect(parents.map(({ validFrom }) => validFrom)).toEqual(['2009-07-01', '2021-07-01']);
      expect(parents.every(({ id }) => known.has(id))).toBe(true);
    }
    const ofOldTukums = units.filter(({ parents }) => parents[0]?.id === 'tukuma-novads-2009');
    expect(ofOldTukums).toHaveLength(11);
  });

  it('keep the leading zero of codes and never call the constructed population a published one', () => {
    for (const row of readTable('facts/territories.csv')) {
      const unit = units.find(({ id }) => id === slug(text(row, 'name_lv')));
      expect(unit?.atvk2009).toMatch(/^0\d{6}$/);
      expect(unit?.atvk2021IsInferred).toBe(true);
      if (unit?.population) expect(unit.population.people).toBe(number(row, 'population'));
      expect(unit?.population === null).toBe(row.population === '');
    }
  });
});

describe('the population', () => {
  it('adds up to the constructed total of every unit, in cells named by where they are', () => {
    for (const row of readTable('facts/territories.csv')) {
      const own = data.population.filter(({ territoryId }) => territoryId === slug(text(row, 'name_lv')));
      const sum = own.reduce((total, { people }) => total + people, 0);
      expect(sum, text(row, 'name_lv')).toBe(number(row, 'demo_population_2024_constructed'));
    }
    for (const { id, centre, people, isModel } of data.population) {
      expect(cellIdAt(centre)).toBe(id);
      expect(Number.isInteger(people) && people > 0 && isModel).toBe(true);
    }
    expect(new Set(data.population.map(({ id }) => id)).size).toBe(data.population.length);
  });
});

describe('places, venues and events', () => {
  it('hold every place and venue of the facts once', () => {
    const places = readTable('facts/places.csv').map((row) => text(row, 'name_lv'));
    expect(data.settlements.map(({ nameLv }) => nameLv)).toEqual(places);
    expect(new Set(data.settlements.map(({ id }) => id)).size).toBe(places.length);
    const venues = readTable('facts/venues.csv').map((row) => venueIdOf(text(row, 'name_lv')));
    expect(data.venues.map(({ id }) => id)).toEqual(venues);
    expect(new Set(venues).size).toBe(venues.length);
  });

  it('never claim an exact venue position, and say no more of access than a reading states', () => {
    const stated = new Set(
      readTable('assumptions/venue-readings.csv')
        .filter((row) => row.step_free_entrance === 'yes')
        .map((row) => venueIdOf(text(row, 'venue'))),
    );
    for (const { id, position, physicalAccess } of data.venues) {
      expect(position.state).toBe('approximate');
      expect(physicalAccess.stepFreeEntrance).toBe(stated.has(id) ? 'yes' : 'not-stated');
    }
    expect(data.venues.find(({ id }) => id === 'lazdu-biblioteka')).toMatchObject({
      status: 'closed',
      closedOn: '2023-01-01',
    });
    expect(data.venues.filter(({ status }) => status === 'service-point')).toHaveLength(3);
  });

  it('rest every event on a fact and point at venues and umbrellas that exist', () => {
    const used = new Set(readTable('assumptions/event-rules.csv').map((row) => text(row, 'fact')));
    for (const row of readTable('facts/events.csv')) expect(used).toContain(text(row, 'name_lv'));
    const venues = new Set(data.venues.map(({ id }) => id));
    const events = new Set(data.events.map(({ id }) => id));
    expect(events.size).toBe(data.events.length);
    for (const event of data.events) {
      if (event.venueId !== null) expect(venues).toContain(event.venueId);
      if (event.umbrellaId !== null) expect(events).toContain(event.umbrellaId);
      expect(event.isModel).toBe(event.modelFields.length > 0);
      if (event.rule.durationMinutes !== null) expect(event.modelFields).toContain('duration');
    }
  });

  it('give rules whose first date is their start and that go on for years', () => {
    for (const { id, rule } of data.events) {
      if (rule.rrule === null || rule.rrule.includes('COUNT')) continue;
      const start = `${rule.startLocal.replace(/[-:]/g, '')}00`;
      const dates = new RRuleTemporal({
        rruleString: `DTSTART;TZID=Europe/Riga:${start}\nRRULE:${rule.rrule}`,
      });
      const between = (from: string, to: string) => dates.between(new Date(from), new Date(to), true);
      const [first] = between('2023-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
      expect(first?.toString().slice(0, 16), id).toBe(rule.startLocal);
      expect(between('2031-01-01T00:00:00Z', '2032-01-01T00:00:00Z').length, id).toBeGreaterThan(0);
    }
  });
});

describe('the roads', () => {
  const { nodes, edges } = data.streets;

  it('are one connected network with consecutive ids', () => {
    expect(nodes.map(({ id }) => id)).toEqual(nodes.map((_, index) => index));
    expect(edges.map(({ id }) => id)).toEqual(edges.map((_, index) => index));
    expect(components(data.streets)).toBe(1);
  });

  it('are as long as their lines times the detour factor, to 1 m', () => {
    for (const { line, lengthMetres } of edges) {
      const [a, b] = line.map(toLks92);
      if (a === undefined || b === undefined) throw new Error('an edge without a line');
      expect(Math.abs(lengthMetres - distance(a, b) * detourFactor)).toBeLessThan(1);
    }
  });

  it('are built-up inside the towns and nowhere else', () => {
    const towns = units.filter(({ kind }) => kind === 'town').map(({ geometry }) => polygonsOf(geometry));
    const isInTown = (position: Position) =>
      towns.some((polygons) => booleanPointInPolygon(position, multiPolygon(polygons)));
    expect(edges.filter(({ isBuiltUp }) => isBuiltUp).length).toBeGreaterThan(50);
    for (const { id, line, isBuiltUp } of edges) {
      const [[west = 0, south = 0] = [], [east = 0, north = 0] = []] = line;
      for (const share of [0.02, 0.25, 0.5, 0.75, 0.98]) {
        const at = [west + share * (east - west), south + share * (north - south)];
        expect(isInTown(at), `edge ${id} at ${share}`).toBe(isBuiltUp);
      }
    }
  });

  it('pass by every venue and every home', () => {
    const joined = new Set(nodes.map(({ lonLat }) => lonLat.map((value) => value.toFixed(5)).join()));
    for (const { id, centre } of data.population) {
      expect(joined.has(centre.map((value) => value.toFixed(5)).join()), id).toBe(true);
    }
    for (const { id, position } of data.venues) {
      if (position.state === 'missing') continue;
      const near = nodes.some(({ lonLat }) => distance(toLks92(lonLat), toLks92(position.lonLat)) < 30);
      expect(near, id).toBe(true);
    }
  });
});
