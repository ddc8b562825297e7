import type { Request } from 'express';
import { Problem } from '#core/problem.ts';

const hostPattern = /^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/;

/**
 * Scheme and host under which the reader came, for absolute links.
 * @param otherwise used when the Host header is no host name; without it such a request is `bad-query`
 */
export function originOf(request: Request, otherwise?: string): string {
  const host: string | undefined = request.host;
  if (host !== undefined && hostPattern.test(host)) return `${request.protocol}://${host}`;
  if (otherwise !== undefined) return otherwise;
  throw new Problem('bad-query', { faults: [{ field: 'Host', fault: 'malformed' }] });
}
