import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOnDemandZones } from '#core/transit/on-demand-file.ts';
import { readGtfsImport } from '../gtfs.ts';
import type { ShippedSource } from './shipped.ts';
import { hashOf, type ShippedList } from './shipped-list.ts';

/** The model timetable: a GTFS folder. */
export const shippedTimetable = async ({ folder, region }: ShippedSource): Promise<ShippedList> => {
  const path = join(folder, 'timetable');
  const names = (await readdir(path)).filter((name) => name.endsWith('.txt')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
  return {
    dataset: 'timetable',
    fileHash: hashOf(JSON.stringify([names, texts, region.networkBounds])),
    read: async () => {
      const { content } = await readGtfsImport([path], { bounds: region.networkBounds });
      return {
        header: {
          dataset: 'timetable',
          title: 'Model timetable of trains and buses: not real departures',
          source: 'geodata/timetable (see SOURCES.md): model of this project',
          licence: 'CC BY 4.0',
          retrievedAt: '2026-11-22',
          warnings: [
            {
              lv: 'Katrs reiss ir modeļa veidots piemērs; īstos atiešanas laikus skatiet pie pārvadātājiem.',
              en: 'Every trip is an example made by a model; look up real departures with the carriers.',
            },
          ],
          isModel: true,
        },
        content,
      };
    },
  };
};

/** Zones of on-demand transport, written by hand. */
export const shippedOnDemand = async ({ folder }: ShippedSource): Promise<ShippedList> => {
  const text = await readFile(join(folder, 'on-demand.json'), 'utf8');
  return {
    dataset: 'on-demand',
    fileHash: hashOf(text),
    read: async () => {
      const zones = readOnDemandZones(text, null);
      return {
        header: {
          dataset: 'on-demand',
          title: 'On-demand transport',
          source: 'geodata/on-demand.json (see SOURCES.md)',
          licence: 'CC BY 4.0',
          retrievedAt: '2026-11-22',
          warnings: [],
          isModel: zones.some(({ isModel }) => isModel),
        },
        content: {
          dataset: 'on-demand',
          rowCount: zones.length,
          files: { zones: new TextEncoder().encode(JSON.stringify(zones)) },
        },
      };
    },
  };
};
