import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const sidecarSchema = z.object({
  source: z.string(),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  licenceUrl: z.string().nullable(),
  landingPage: z.string(),
  /** Address that was asked. */
  url: z.string(),
  /** Where the file came from after all redirections, without what stands behind a question mark. */
  finalUrl: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** RFC 3339 instant at which the file arrived. */
  retrievedAt: z.string(),
  /** RFC 3339 instant at which the publisher last had nothing newer. */
  checkedAt: z.string(),
  /** Hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
  contentType: z.string().nullable(),
});

/** What is known of a fetched file; lies beside it. */
export type Sidecar = z.infer<typeof sidecarSchema>;

const sidecarPath = (path: string): string => `${path}.fetched.json`;

/** SHA-256 of what lies on the disk, hexadecimal. */
export const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

/**
 * What is known of a file that `fetch` brought; null when nothing is, or when the file is no longer the one
 * that was fetched.
 */
export const readSidecar = async (path: string): Promise<Sidecar | null> => {
  const text = await readFile(sidecarPath(path), 'utf8').catch(() => null);
  if (text === null) return null;
  const found = sidecarSchema.safeParse(parse(text));
  if (!found.success) return null;
  const size = await stat(path).then(
    (file) => file.size,
    () => -1,
  );
  if (size !== found.data.bytes) return null;
  return (await hashOfFile(path)) === found.data.sha256 ? found.data : null;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Written beside and renamed, so that there is never half of one. */
export const writeSidecar = async (path: string, sidecar: Sidecar): Promise<void> => {
  const target = sidecarPath(path);
  await writeFile(`${target}.part`, `${JSON.stringify(sidecar, null, 2)}\n`);
  await rename(`${target}.part`, target);
};
