import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type FileSource, fileSources } from '#core/place/provenance.ts';
import { type Fault, Problem } from '#core/problem.ts';
import { contents } from './content.ts';

const megabyte = 1_000_000;

const webAddress = z
  .url({ protocol: /^https?$/ })
  .refine((text) => new URL(text).username === '', 'a name in an address would end up in logs');
const bothLanguages = z.strictObject({ lv: z.string().min(1), en: z.string().min(1) });
const fileName = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/);

/** A CKAN portal such as data.gov.lv knows the present link of a resource, which changes with its file. */
const ckanResource = z.strictObject({
  kind: z.literal('ckan-resource'),
  portal: webAddress,
  resource: z.string().min(1),
  /** The link as it was when somebody looked; asked where the portal does not answer. */
  lastKnown: webAddress.optional(),
});
/** A file of a CKAN dataset by its name, where the resource is not known. */
const ckanFile = z.strictObject({
  kind: z.literal('ckan-file'),
  portal: webAddress,
  dataset: z.string().min(1),
  name: fileName,
});
const direct = z.strictObject({ kind: z.literal('address'), url: webAddress });
/** A table of a PxWeb statistics portal, asked for with a posted query. */
const pxweb = z.strictObject({
  kind: z.literal('pxweb'),
  url: webAddress,
  query: z.record(z.string(), z.unknown()),
});

const downloadSchema = z.strictObject({
  /** What it is called in the folder of downloads. */
  file: fileName,
  from: z.discriminatedUnion('kind', [direct, ckanResource, ckanFile, pxweb]),
  content: z.enum(contents),
  mostMegabytes: z.number().positive().max(4000),
});

const sourceSchema = z.strictObject({
  id: z.enum(fileSources),
  title: bothLanguages,
  publisher: bothLanguages,
  /** "not stated" where nobody who could be asked states one. */
  licence: z.string().min(1),
  licenceUrl: webAddress.nullable(),
  landingPage: webAddress,
  /** How often there is something newer. */
  changes: bothLanguages,
  /** Empty where no address to download from is known. */
  downloads: z.array(downloadSchema).max(20),
  byHand: bothLanguages,
});

const sourcesSchema = z
  .strictObject({ sources: z.array(sourceSchema).min(1) })
  .superRefine((list, context) => {
    list.sources.forEach(({ id, downloads }, index) => {
      const again = list.sources.findIndex((other) => other.id === id) !== index;
      if (again) context.addIssue({ code: 'custom', path: ['sources', index, 'id'], message: 'twice' });
      const names = new Set(downloads.map(({ file }) => file));
      const path = ['sources', index, 'downloads'];
      if (names.size < downloads.length)
        context.addIssue({ code: 'custom', path, message: 'one name twice' });
    });
  });

export type Download = z.infer<typeof downloadSchema>;
/** One official source: who publishes it, under which licence, and where its files are. */
export type OfficialSource = z.infer<typeof sourceSchema>;

export const mostBytesOf = ({ mostMegabytes }: Download): number => mostMegabytes * megabyte;

/**
 * Reads a list of official sources, `geodata/sources.json` or one of the same form.
 * @throws Problem `bad-import` naming every field that does not fit.
 */
export const readSources = async (path: string): Promise<readonly OfficialSource[]> => {
  const refuse = (faults: readonly Fault[], cause?: unknown) => new Problem('bad-import', { faults, cause });
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw refuse([{ field: '--sources', fault: 'missing', value: path }], cause);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw refuse([{ field: '--sources', fault: 'malformed', value: path, expected: 'JSON' }], cause);
  }
  const found = sourcesSchema.safeParse(json);
  if (found.success) return found.data.sources;
  throw refuse(
    found.error.issues.map(({ path: at, message }) => ({
      field: at.join('.') || '--sources',
      fault: 'malformed',
      expected: message,
    })),
  );
};

/** The source of this name. @throws Problem `bad-import` naming those that can be fetched. */
export const findSource = (sources: readonly OfficialSource[], name: string): OfficialSource => {
  const found = sources.find(({ id }) => id === (name as FileSource));
  if (found !== undefined) return found;
  const expected = sources.map(({ id }) => id).join(', ');
  throw new Problem('bad-import', {
    faults: [{ field: 'SOURCE', fault: 'not-one-of', value: name, expected }],
  });
};
