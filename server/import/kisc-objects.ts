import { Problem } from '#core/problem.ts';
import type { FilesImporter } from './importer.ts';

export const kiscObjects: FilesImporter = async () => {
  throw new Problem('unavailable');
};
