import { describe, expect, it } from 'vitest';
import { creditsOf } from '#core/map/credits.ts';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';

const version = (dataset: DatasetName, source: string, licence: string, retrievedAt = '2026-01-01') =>
  ({ dataset, source, licence, retrievedAt, isModel: source === 'model' }) as DatasetVersion;

const versions = [
  version('streets', 'OpenStreetMap contributors', 'ODbL 1.0', '2026-02-01'),
  version('settlements', 'OpenStreetMap contributors', 'ODbL 1.0', '2026-03-01'),
  version('territories', 'model', 'CC BY 4.0'),
  version('venues', 'KISC', 'CC0'),
  version('venues', 'own list', 'not stated'),
  version('events', 'somebody', 'CC0'),
];

describe('credits of a map', () => {
  it('name every source of what is drawn once, and nothing that is not drawn', () => {
    const credits = creditsOf(versions, ['venues', 'territories', 'settlements', 'streets']);
    expect(credits.map(({ source, datasets }) => [source, ...datasets])).toEqual([
      ['KISC', 'venues'],
      ['own list', 'venues'],
      ['model', 'territories'],
      ['OpenStreetMap contributors', 'settlements', 'streets'],
    ]);
  });

  it('keep OpenStreetMap in sight, as it asks, with its newest date', () => {
    const [credit] = creditsOf(versions, ['streets', 'settlements']);
    expect(credit).toMatchObject({ inSight: '© OpenStreetMap', retrievedAt: '2026-03-01' });
    expect(creditsOf(versions, ['territories'])[0]?.inSight).toBeNull();
  });

  it('say of a dataset whether a model made it', () => {
    expect(creditsOf(versions, ['territories', 'streets']).map(({ isModel }) => isModel)).toEqual([
      true,
      false,
    ]);
  });
});
