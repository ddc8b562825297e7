import { z } from 'zod';
import { dayKinds, type TimetableAnswer } from '../transit/timetable-answer.ts';
import { endpoint, json } from './define.ts';
import { envelopeOf } from './envelope.ts';

const timetableSchema = z.object({
  timeZone: z.string(),
  feeds: z.array(
    z.object({
      id: z.string(),
      fileName: z.string(),
      publisher: z.string().nullable(),
      version: z.string().nullable(),
      firstDate: z.string(),
      lastDate: z.string(),
    }),
  ),
  stopCount: z.number(),
  lineCount: z.number(),
  tripCount: z.number(),
  days: z
    .array(z.object({ date: z.string(), kind: z.enum(dayKinds), trips: z.number() }))
    .meta({ description: 'Every day from the first to the last of the feeds, with the trips that run.' }),
}) satisfies z.ZodType<TimetableAnswer>;

/** `GET /api/v1/timetable`: which days public transport is known of; a `TimetableResponse`. */
export const timetable = endpoint({
  path: '/api/v1/timetable',
  summary: 'What the timetable covers: feeds, days, kinds of day and trips',
  formats: json(
    envelopeOf(timetableSchema.nullable().meta({ description: 'Null where there is no timetable.' })),
  ),
  datasets: ['timetable'],
});
