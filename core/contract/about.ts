import type { DatasetVersion } from '../place/provenance.ts';
import type { Region } from '../place/region.ts';

/** Answer of `GET /api/v1/about`: what this server speaks of and from which data. */
export interface AboutResponse {
  readonly region: Region;
  readonly dataVersions: readonly DatasetVersion[];
  readonly isModel: boolean;
  /** Version of the software, from package.json. */
  readonly softwareVersion: string;
}
