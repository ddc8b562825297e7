import { z } from 'zod';
import { allDatasets } from './about.ts';
import { endpoint, json, wholeNumber } from './define.ts';
import { datasetVersionSchema } from './envelope.ts';
import { findingSchema } from './imports.ts';

const recordSchema = datasetVersionSchema
  .extend({
    state: z.enum(['current', 'past', 'forgotten']),
    startedAt: z.string().meta({ description: 'When its import began.' }),
    standsAlone: z.boolean().meta({ description: 'Takes the place of every other list of its dataset.' }),
    isRetired: z.boolean().meta({ description: 'Taken out of use without a successor.' }),
    replacedBy: z.number().nullable().meta({ description: 'The version in whose favour it became past.' }),
    sizeBytes: z.number().nullable().meta({ description: 'Rows and files in the database.' }),
  })
  .meta({ id: 'VersionRecord', description: 'A version as the history of a list knows it.' });

const recordsSchema = z.object({ versions: z.array(recordSchema) });

const versionId = wholeNumber(1, 2_147_483_647).meta({ description: 'Number of a version.' });

/** `GET /api/v1/versions`: every version there ever was, the newest first. */
export const versions = endpoint({
  path: '/api/v1/versions',
  summary: 'Every version of every list: current, past and forgotten',
  formats: json(recordsSchema),
  datasets: null,
});

/** `GET /api/v1/versions/{versionId}/findings`: what the import of a version found, row by row. */
export const findings = endpoint({
  path: '/api/v1/versions/{versionId}/findings',
  summary: 'What the import of a version found, with file, row and field',
  parameters: { versionId },
  formats: {
    ...json(z.object({ findings: z.array(findingSchema) })),
    csv: { mediaType: 'text/csv', schema: null },
  },
  datasets: null,
});

/** `POST /api/v1/versions/{versionId}/use`: makes a past version current. Needs the server's key. */
export const useVersion = endpoint({
  method: 'post',
  path: '/api/v1/versions/{versionId}/use',
  summary: 'Make a past version current again, with all that its import made',
  parameters: { versionId },
  formats: json(recordsSchema),
  datasets: null,
});

/** `POST /api/v1/versions/{versionId}/forget`: deletes a past version. Needs the server's key. */
export const forgetVersion = endpoint({
  method: 'post',
  path: '/api/v1/versions/{versionId}/forget',
  summary: 'Delete the rows and files of a past version',
  parameters: { versionId },
  formats: json(recordsSchema),
  datasets: null,
});

/** `POST /api/v1/lists/{dataset}/{list}/retire`: takes a list out of use. Needs the server's key. */
export const retireList = endpoint({
  method: 'post',
  path: '/api/v1/lists/{dataset}/{list}/retire',
  summary: 'Take a list out of use without a successor',
  parameters: {
    dataset: z.enum(allDatasets).meta({ description: 'Kind of data.' }),
    list: z.string().meta({ description: 'Name of the list.' }),
  },
  formats: json(recordsSchema),
  datasets: null,
});
