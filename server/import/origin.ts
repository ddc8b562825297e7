import type { FileOrigin } from '#core/place/file-origin.ts';
import type { ReadFiles } from './importer.ts';

/**
 * Adds what is known of files that were fetched: where from, when and under which licence. What an importer
 * read out of the files themselves stays.
 */
export const withOrigin = (found: ReadFiles, origin: FileOrigin | undefined): ReadFiles =>
  origin === undefined
    ? found
    : {
        ...found,
        title: found.title ?? origin.title,
        source: `${found.source ?? origin.publisher}, ${origin.url}`,
        licence: found.licence ?? origin.licence,
        retrievedAt: found.retrievedAt ?? origin.retrievedAt,
      };
