import { z } from 'zod';
import { population, provenance } from './common.ts';

export const settlementProperties = z.object({
  nameLv: z.string(),
  kind: z.string(),
  territoryId: z.string().nullable(),
  positionQuality: z.string().nullable(),
  ...population,
  ...provenance,
});
export type SettlementProperties = z.output<typeof settlementProperties>;
