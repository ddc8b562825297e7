import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readWithoutCar } from '#core/access/round-trip/without-car.ts';
import type { Region } from '#core/place/region.ts';
import { applySettings, readStreetSettings } from '#core/roads/settings.ts';
import {
  type Assumptions,
  defaultTravelSettings,
  noAssumptions,
  type TravelSettings,
} from './engine/settings.ts';
import { geodataFolder } from './region.ts';

type Row = Readonly<Record<string, string>>;

const readRows = async (name: string): Promise<readonly Row[]> => {
  const text = await readFile(join(geodataFolder, 'assumptions', name), 'utf8');
  return parse(text, { columns: true, bom: true, skip_empty_lines: true }) as Row[];
};

/** School terms and shares without a car; none for a region about which nothing ships. */
export const readAssumptions = async ({ hasShippedData }: Region): Promise<Assumptions> => {
  if (!hasShippedData) return noAssumptions;
  const terms = await readRows('school-terms.csv');
  return {
    schoolTerms: terms.map(({ first_date: firstDate = '', last_date: lastDate = '' }) => ({
      firstDate,
      lastDate,
    })),
    withoutCarPercent: readWithoutCar(await readRows('without-car.csv')),
  };
};

/** `geodata/settings/travel.json`; what it leaves out is as the software ships it. Throws `bad-config` for what is no setting. */
export const readTravelSettings = async (): Promise<TravelSettings> => {
  const text = await readFile(join(geodataFolder, 'settings', 'travel.json'), 'utf8');
  const given = JSON.parse(text) as { readonly streets?: unknown } & {
    readonly [Part in 'transit' | 'roundTrip']?: Partial<TravelSettings[Part]>;
  };
  const { transit, roundTrip } = defaultTravelSettings;
  return {
    ...applySettings(readStreetSettings(given.streets)),
    transit: { ...transit, ...given.transit },
    roundTrip: { ...roundTrip, ...given.roundTrip },
  };
};
