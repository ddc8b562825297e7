import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Region } from '#core/place/region.ts';
import type { Content } from '../build.ts';
import { territoriesOf } from '../territory/region-territories.ts';
import type { ShippedSource } from './shipped.ts';
import {
  hashOf,
  type ModelHeader,
  refuseShipped,
  type ShippedContent,
  type ShippedList,
} from './shipped-list.ts';
import { shippedStreets } from './shipped-streets.ts';
import { shippedOnDemand, shippedTimetable } from './shipped-transport.ts';

/** Files of `geodata/model` that hold rows. */
const rowDatasets = ['territories', 'settlements', 'population', 'landcover', 'venues', 'events'] as const;

/** The files are made by `geodata/build` from the types of core; only their outline is checked here. */
const rowsOf = async (folder: string, dataset: (typeof rowDatasets)[number]): Promise<ShippedList> => {
  const file = `${dataset}.json`;
  const text = await readFile(join(folder, 'model', file), 'utf8');
  const read = async (): Promise<ShippedContent> => {
    const { header, rows } = JSON.parse(text) as { header?: ModelHeader; rows?: unknown };
    if (header?.dataset !== dataset) return refuseShipped(file, '/header/dataset', dataset);
    if (!Array.isArray(rows)) return refuseShipped(file, '/rows', '[...]');
    return { header, content: { dataset, rows } as Content };
  };
  return { dataset, fileHash: hashOf(text), read };
};

/** Where nothing ships about a region, its own file says what it is called and where it lies. */
const regionOnly = (region: Region): ShippedList => ({
  dataset: 'territories',
  fileHash: hashOf(JSON.stringify(region)),
  read: async () => ({
    header: {
      dataset: 'territories',
      title: region.nameEn,
      source: `geodata/regions/${region.id}.json`,
      licence: 'EUPL-1.2',
      retrievedAt: '2026-11-22',
      warnings: [
        {
          lv: 'Viena teritorija, kuras robeža ir reģiona taisnstūris: administratīvo robežu nav.',
          en: 'One unit with the rectangle of the region as its outline: no administrative boundaries.',
        },
      ],
      isModel: true,
    },
    content: territoriesOf(region),
  }),
});

/** What ships about the region, in the order of building: what others refer to comes first. */
export const findShipped = async (source: ShippedSource): Promise<readonly ShippedList[]> =>
  source.region.hasShippedData
    ? Promise.all([
        ...rowDatasets.map((dataset) => rowsOf(source.folder, dataset)),
        shippedStreets(source),
        shippedTimetable(source),
        shippedOnDemand(source),
      ])
    : [regionOnly(source.region)];
