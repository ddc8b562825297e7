import { Problem } from '#core/problem.ts';
import type { FilesImporter } from './importer.ts';

export const varamMunicipalities: FilesImporter = async () => {
  throw new Problem('unavailable');
};
