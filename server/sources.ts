import { join } from 'node:path';
import type { SourceListing } from '#core/contract/sources.ts';
import { datasetsOfSource } from '#core/place/source-datasets.ts';
import { type OfficialSource, readSources } from './fetch/sources.ts';
import { geodataFolder } from './region.ts';

const listingOf = ({ downloads, ...source }: OfficialSource): SourceListing => ({
  ...source,
  datasets: datasetsOfSource[source.id],
  canFetch: downloads.length > 0,
});

/** What the page says of the official sources: what `geodata/sources.json` holds, without the addresses of files. */
export const readSourceListings = async (): Promise<readonly SourceListing[]> =>
  (await readSources(join(geodataFolder, 'sources.json'))).map(listingOf);
