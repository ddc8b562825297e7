import { z } from 'zod';
import { travelModes } from '../transit/travel-mode.ts';
import { wholeNumber } from './define.ts';

/** Minutes by which an event may be moved in a question, either way. */
export const shiftLimits = { least: -240, most: 240 } as const;

/** Way of travel to an event and home again; the question without a car comes first. */
export const roundTripMode = z
  .enum(travelModes)
  .default('public-transport')
  .meta({ description: 'Way of travel, there and back.' });

export const shiftParameters = {
  startShiftMinutes: wholeNumber(shiftLimits.least, shiftLimits.most).default(0).meta({
    description: 'As if the event started so many minutes later; negative is earlier. -240 to 240.',
  }),
  endShiftMinutes: wholeNumber(shiftLimits.least, shiftLimits.most)
    .default(0)
    .meta({ description: 'As if the event ended so many minutes later; negative is earlier. -240 to 240.' }),
};

/** Id of a population cell in an address. It may be a home, so it stands in the query, which no log holds. */
export const cellParameter = z
  .string()
  .regex(/^(1kmX\d{1,4}Y\d{1,4}|100mX\d{1,5}Y\d{1,5}|CRS3035RES1000mN\d{6,7}E\d{6,7}|[0-9a-f]{15})$/)
  .meta({
    description:
      'Id of a cell: of the 1 km or 100 m grid in LKS-92, of the European 1 km grid, or an H3 index.',
    example: '1kmX448Y313',
  });
