import { z } from 'zod';
import { endpoint, json } from './define.ts';

export const live = endpoint({
  path: '/health/live',
  summary: 'The process answers',
  formats: json(z.object({ status: z.literal('live') })),
  datasets: null,
});

/** 200 once data can be read and travel times computed, 503 before. */
export const ready = endpoint({
  path: '/health/ready',
  summary: 'The database answers and the street network is in memory',
  formats: json(
    z.object({ status: z.enum(['ready', 'waiting']), database: z.boolean(), network: z.boolean() }),
  ),
  datasets: null,
});
