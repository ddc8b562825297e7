import { z } from 'zod';
import { userDatasets } from '../place/provenance.ts';
import { endpoint, json } from './define.ts';
import { rowCountsSchema } from './envelope.ts';

export const listParameter = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
  .meta({
    description: 'Name of the list: small letters, digits and "-"; a new version replaces the old.',
  });

/** One thing that an import found. */
export const findingSchema = z.object({
  code: z.string().meta({ description: 'Names the kind; `message` says it.' }),
  file: z.string().optional(),
  row: z.number().optional(),
  field: z.string().optional(),
  effect: z.enum(['kept', 'corrected', 'dropped']).optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});

const differenceSchema = z.object({
  dataset: z.string(),
  same: z.number(),
  added: z.number(),
  changed: z.number(),
  gone: z.number(),
  examples: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      change: z.enum(['added', 'changed', 'gone']),
      fields: z.array(z.string()).meta({ description: 'Columns that differ.' }),
    }),
  ),
});

/** What is the same for every import: whether it is only a look, and how that look is drawn. */
export const mannerParameters = {
  check: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: 'Reads, builds and compares, then takes everything back.' }),
  map: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: 'With a drawing of the difference.' }),
};

export const importReportSchema = z.object({
  dataset: z.string(),
  list: z.string(),
  versionId: z.number(),
  rows: z.number(),
  warnings: z.array(findingSchema),
  also: z
    .array(z.object({ dataset: z.string(), rows: z.number() }))
    .optional()
    .meta({ description: 'What came out of the same file besides.' }),
  counts: rowCountsSchema
    .optional()
    .meta({ description: 'Rows of the files: read, kept, put right, left out.' }),
  findings: z
    .array(findingSchema)
    .optional()
    .meta({ description: 'Every finding; of more than a thousand of a kind the rest is only counted.' }),
  differences: z
    .array(differenceSchema)
    .optional()
    .meta({ description: 'Against the versions that these take the place of.' }),
  isCheck: z.literal(true).optional().meta({ description: 'Only looked at: nothing was changed.' }),
  map: z.string().optional().meta({ description: 'The difference as a drawing (SVG).' }),
});

/** `GET /api/v1/import`: how far the import is that is being done; null where none is. */
export const importUnderWay = endpoint({
  path: '/api/v1/import',
  summary: 'How far the import is that is being done',
  formats: json(
    z.object({
      step: z
        .object({
          what: z.string().meta({ description: 'Name of a file or a dataset.' }),
          done: z.number(),
          of: z.number().nullable().meta({ description: 'Null where nobody knows.' }),
        })
        .nullable(),
    }),
  ),
  datasets: null,
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
    ...mannerParameters,
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
