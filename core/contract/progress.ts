import { z } from 'zod';
import type { ProgressAnswer } from '../transit/timetable-answer.ts';
import { allDatasets } from './about.ts';
import { endpoint, json } from './define.ts';

const progressSchema = z.object({
  jobs: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      done: z.number(),
      of: z.number(),
      state: z.enum(['waiting', 'running', 'finished', 'failed']),
      reason: z.string().nullable(),
      dataVersions: z.array(z.object({ dataset: z.enum(allDatasets), id: z.number() })),
    }),
  ),
}) satisfies z.ZodType<ProgressAnswer>;

/** `GET /api/v1/progress`: work that goes on beside requests; a `ProgressAnswer`. */
export const progress = endpoint({
  path: '/api/v1/progress',
  summary: 'Work that goes on beside requests, and how far it is',
  formats: json(progressSchema),
  datasets: null,
});
