import express, { type RequestHandler } from 'express';
import { Problem } from '#core/problem.ts';
import { fileBody } from './upload.ts';

const deepest = 20;
const [openBrace, closeBrace, openBracket, closeBracket, quote, backslash] = [123, 125, 91, 93, 34, 92];

const refuse = (expected: string): Problem =>
  new Problem('bad-body', { faults: [{ field: '/', fault: 'malformed', expected }] });

/** Nesting of a JSON text, counted without reading it: parsing or storing a deep one can stop a process. */
export function nestingOf(bytes: Uint8Array): number {
  let depth = 0;
  let most = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (isText && byte === backslash) at++;
    else if (byte === quote) isText = !isText;
    else if (isText) continue;
    else if (byte === openBrace || byte === openBracket) most = Math.max(most, ++depth);
    else if (byte === closeBrace || byte === closeBracket) depth--;
  }
  return most;
}

function checkBytes(bytes: Uint8Array): void {
  if (nestingOf(bytes) > deepest) throw refuse(`JSON, ${deepest}`);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('UTF-8');
  }
}

/** True where a text anywhere inside holds NUL, which the database cannot keep. The depth is capped before. */
const holdsNul = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key.includes('\0') || holdsNul(inner));
};

const checkType =
  (mediaTypes: readonly string[]): RequestHandler =>
  (request, _response, next) =>
    next(
      request.is([...mediaTypes])
        ? undefined
        : new Problem('unsupported-media-type', { values: { accepted: mediaTypes.join(', ') } }),
    );

const checkNul: RequestHandler = (request, _response, next) =>
  next(holdsNul(request.body) ? refuse('\\u0000') : undefined);

const jsonBody: readonly RequestHandler[] = [
  checkType(['application/json']),
  express.json({
    limit: 100_000,
    type: () => true,
    verify: (_request, _response, bytes) => checkBytes(bytes),
  }),
  checkNul,
];

const listBody = (mediaTypes: readonly string[]): readonly RequestHandler[] => [
  checkType(mediaTypes),
  express.raw({ limit: 5_000_000, type: () => true }),
];

/**
 * What reads a body of this media type into `request.body`: JSON up to 100 kB and 20 levels, a list that somebody
 * made up to 5 MB; files of any format are not read yet.
 */
export function bodyReaders(
  mediaType: string,
  otherTypes: readonly string[] = [],
): readonly RequestHandler[] {
  if (mediaType === 'application/octet-stream') return [fileBody];
  return mediaType === 'text/csv' ? listBody([mediaType, ...otherTypes]) : jsonBody;
}
