import { Problem } from '#core/problem.ts';
import type { FilesImporter } from './importer.ts';

export const ical: FilesImporter = async () => {
  throw new Problem('unavailable');
};
