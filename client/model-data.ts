import { useQuery } from '@tanstack/react-query';
import type { DatasetName } from '#core/place/provenance.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { aboutQuery } from './api.ts';
import { useLanguage } from './ui/language-context.tsx';

const ofAnyTravel: readonly DatasetName[] = ['streets', 'population'];

/** What a travel time is computed from: streets, where people live, and for public transport its timetable. */
export const datasetsOfTravel = (mode: TravelMode): readonly DatasetName[] =>
  mode === 'public-transport' ? [...ofAnyTravel, 'timetable'] : ofAnyTravel;

/** Whether any of these data are a model's today. True until it is known: no mark may be missing. */
export const useIsModel = (datasets: readonly DatasetName[]): boolean => {
  const { data } = useQuery(aboutQuery(useLanguage()));
  return (
    data === undefined ||
    data.dataVersions.some(({ dataset, isModel }) => isModel && datasets.some((one) => one === dataset))
  );
};
