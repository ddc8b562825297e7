import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { DatasetVersion } from '#core/place/provenance.ts';

/** Strong ETag of an answer made from these versions; the parts are everything else the bytes depend on. */
export function etagOf(versions: readonly DatasetVersion[], parts: readonly string[]): string {
  const states = versions
    .map(({ dataset, list, id, fileHash }) => `${dataset}/${list}/${id}/${fileHash}`)
    .sort();
  const hash = createHash('sha256').update(JSON.stringify([states, parts]));
  return `"${hash.digest('base64url').slice(0, 27)}"`;
}

const withoutEncoding = (tag: string) =>
  tag
    .trim()
    .replace(/^W\//, '')
    .replace(/-(gzip|br|deflate|zstd)"$/, '"');

/** The tag of If-None-Match that stands for this answer, in any encoding; null where none does. */
export function matchingTag(header: string | undefined, etag: string): string | null {
  if (header === undefined) return null;
  if (header.trim() === '*') return etag;
  return (
    header
      .split(',')
      .find((tag) => withoutEncoding(tag) === etag)
      ?.trim() ?? null
  );
}

/** Compressed bytes are other bytes: adds the encoding to a strong ETag. Stands before `compression`. */
export const tagEncoding: RequestHandler = (_request, response, next) => {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
  response.writeHead = (...args: unknown[]) => {
    const encoding = response.getHeader('Content-Encoding');
    const tag = response.getHeader('ETag');
    if (typeof encoding === 'string' && typeof tag === 'string' && tag.startsWith('"')) {
      response.setHeader('ETag', tag.replace(/"$/, `-${encoding}"`));
    }
    return writeHead(...args);
  };
  next();
};
