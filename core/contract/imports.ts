import { z } from 'zod';
import { userDatasets } from '../place/provenance.ts';
import { warningCodes } from '../warning.ts';
import { endpoint, json } from './define.ts';

export const listParameter = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
  .meta({
    description: 'Name of the list: small letters, digits and "-"; a new version replaces the old.',
  });

export const importReportSchema = z.object({
  dataset: z.string(),
  list: z.string(),
  versionId: z.number(),
  rows: z.number(),
  warnings: z.array(
    z.object({
      code: z.enum(warningCodes),
      row: z.number().optional(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
      message: z.string(),
    }),
  ),
  also: z
    .array(z.object({ dataset: z.string(), rows: z.number() }))
    .optional()
    .meta({ description: 'What came out of the same file besides.' }),
});

/** `POST /imports/{dataset}`: a list that somebody brings; all or nothing. Needs the server's key. */
export const imports = endpoint({
  method: 'post',
  path: '/imports/{dataset}',
  summary: 'Import a list of venues or events from a CSV or XLSX file, all or nothing',
  parameters: { dataset: z.enum(userDatasets).meta({ description: 'What the rows are.' }) },
  query: {
    list: listParameter,
    fileName: z.string().min(1).max(200).default('upload.csv').meta({ description: 'For the record only.' }),
  },
  body: {
    mediaType: 'text/csv',
    otherTypes: [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/octet-stream',
    ],
    schema: z.instanceof(Uint8Array),
  },
  formats: json(importReportSchema),
  success: 201,
  datasets: null,
});
