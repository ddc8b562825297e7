import { z } from 'zod';
import type { FileOrigin } from '../place/file-origin.ts';
import { type FileSource, fileSources } from '../place/provenance.ts';
import { endpoint, json, refuse } from './define.ts';
import { importReportSchema, listParameter, mannerParameters } from './imports.ts';

/** A file as it was received, on the disk of the server. */
export interface ReceivedFile {
  readonly path: string;
  readonly bytes: number;
}

/** A body that is not read yet. */
export interface Upload {
  /**
   * Takes the body to the disk, cut into files of these sizes (null: one file, whatever its size), lets them be
   * used, and removes them. Fails with `too-large` or `bad-body`.
   */
  receive<T>(
    sizes: readonly number[] | null,
    use: (files: readonly ReceivedFile[]) => Promise<T>,
  ): Promise<T>;
}

const isUpload = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'receive' in value;

export interface FileRule {
  /** Content types that are accepted. */
  readonly mediaTypes: readonly string[];
  /** All files of one request together. */
  readonly mostBytes: number;
  /** Files in one request. */
  readonly mostFiles: number;
}

const megabyte = 1_000_000;
const anyBytes = 'application/octet-stream';

const anyFiles = (megabytes: number, mostFiles: number): FileRule => ({
  mediaTypes: [anyBytes],
  mostBytes: megabytes * megabyte,
  mostFiles,
});

/** What each source is sent as, and how much of it. */
export const fileRules: Readonly<Record<FileSource, FileRule>> = {
  osm: {
    mediaTypes: [anyBytes, 'application/x-protobuf', 'application/vnd.openstreetmap.data+pbf'],
    mostBytes: 400 * megabyte,
    mostFiles: 1,
  },
  gtfs: {
    mediaTypes: ['application/zip', 'application/x-zip-compressed', anyBytes],
    mostBytes: 400 * megabyte,
    mostFiles: 20,
  },
  population: { mediaTypes: ['text/csv', anyBytes], mostBytes: 5 * megabyte, mostFiles: 1 },
  'on-demand': { mediaTypes: ['application/json', anyBytes], mostBytes: 5 * megabyte, mostFiles: 1 },
  'csp-territories': anyFiles(200, 1),
  'varis-territories': anyFiles(400, 1),
  'varam-municipalities': anyFiles(200, 1),
  atvk: anyFiles(20, 2),
  'kisc-objects': anyFiles(50, 1),
  'culture-statistics': anyFiles(50, 1),
  'osm-venues': anyFiles(400, 1),
  'venue-matches': anyFiles(20, 1),
  'csp-grid': anyFiles(200, 3),
  'csp-population': anyFiles(100, 10),
  geostat: anyFiles(400, 1),
  'varis-addresses': anyFiles(1000, 20),
  vdb: anyFiles(200, 1),
  ical: { mediaTypes: ['text/calendar', anyBytes], mostBytes: 5 * megabyte, mostFiles: 1 },
  survey: {
    mediaTypes: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', anyBytes],
    mostBytes: 5 * megabyte,
    mostFiles: 1,
  },
};

const fileName = /^[^/\\\0]{1,200}$/;

const fileNames = z
  .string()
  .default('upload')
  .transform((text, context): readonly string[] => {
    const names = text.split(',').map((name) => name.trim());
    const fits = names.length <= 20 && names.every((name) => fileName.test(name));
    return fits ? names : refuse(context, 'malformed', 'a.zip,b.zip');
  })
  .meta({
    description: 'What the file is called; several of one body joined by commas. For the record only.',
  });

const sizes = z
  .string()
  .transform((text, context): readonly number[] => {
    const parts = text.split(',').map((part) => part.trim());
    const fits = parts.length <= 20 && parts.every((part) => /^[1-9]\d{0,9}$/.test(part));
    return fits ? parts.map(Number) : refuse(context, 'malformed', '1200,345');
  })
  .optional()
  .meta({ description: 'Bytes of each file where the body holds several, one behind the other.' });

const fileOrigin: z.ZodType<FileOrigin> = z.strictObject({
  title: z.string().max(500),
  publisher: z.string().max(500),
  licence: z.string().max(200),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  retrievedAt: z.iso.date(),
});

const origin = z
  .string()
  .max(5000)
  .transform((text, context): FileOrigin => {
    try {
      return fileOrigin.parse(JSON.parse(text));
    } catch {
      return refuse(context, 'malformed', '{"title":...}');
    }
  })
  .optional()
  .meta({ description: 'Where the files were fetched from, as JSON, where a command fetched them.' });

/**
 * `POST /api/v1/import/{source}`: a file of a known format, which replaces what was there; all or nothing. The
 * body is the file, or the files one behind the other with their `sizes`. Needs the server's key.
 */
export const importFiles = endpoint({
  method: 'post',
  path: '/api/v1/import/{source}',
  summary: 'Import streets, timetables, residents or on-demand transport from a file, all or nothing',
  parameters: { source: z.enum(fileSources).meta({ description: 'What the file is.' }) },
  query: { list: listParameter, fileName: fileNames, sizes, origin, ...mannerParameters },
  body: {
    mediaType: anyBytes,
    schema: z.custom<Upload>(isUpload),
  },
  formats: json(importReportSchema),
  success: 201,
  datasets: null,
});
