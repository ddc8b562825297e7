import { z } from 'zod';
import { provenance } from './common.ts';

export const landcoverKinds = ['sea', 'lake', 'wood', 'built-up'] as const;

export const landcoverProperties = z.object({ kind: z.enum(landcoverKinds), ...provenance });
