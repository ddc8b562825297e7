import { Problem } from '#core/problem.ts';
import type { FilesImporter } from './importer.ts';

export const geostat: FilesImporter = async () => {
  throw new Problem('unavailable');
};
