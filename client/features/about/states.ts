import type { DataPageWords } from '#core/language/data-page.ts';
import { type DatasetVersion, fileSources } from '#core/place/provenance.ts';

/** What kind of data a dataset is made of; `none` where nobody brought any. */
export type DataState = keyof DataPageWords['states'];

/** Formats of our own: what comes in them is somebody's own list, not an official file. */
const ownFormats: readonly string[] = ['population', 'on-demand', 'venue-matches', 'survey', 'ical'];

const stateOfVersion = ({ isModel, list, sourceName }: DatasetVersion): DataState => {
  if (isModel) return 'model';
  if (list === 'shipped') return 'facts';
  if (sourceName === 'osm' || sourceName === 'osm-venues') return 'openStreetMap';
  const isOfficial = fileSources.some((source) => source === sourceName) && !ownFormats.includes(sourceName);
  return isOfficial ? 'official' : 'own';
};

/** The states that the lists of one dataset are in, each once; model first, because it has to be seen. */
export const statesOf = (versions: readonly DatasetVersion[]): readonly DataState[] => {
  const order: readonly DataState[] = ['model', 'official', 'openStreetMap', 'facts', 'own', 'none'];
  const found = new Set<DataState>(versions.length === 0 ? ['none'] : versions.map(stateOfVersion));
  return order.filter((state) => found.has(state));
};
