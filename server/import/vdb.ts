import { Problem } from '#core/problem.ts';
import type { FilesImporter } from './importer.ts';

export const vdb: FilesImporter = async () => {
  throw new Problem('unavailable');
};
