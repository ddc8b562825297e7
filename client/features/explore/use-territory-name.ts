import { useQuery } from '@tanstack/react-query';
import { itemsQuery } from '../../api.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import { nameOf } from './texts.ts';

/** Name of a territory in the reader's language; null until known, and for none. */
export const useTerritoryName = (id: string | null): string | null => {
  const language = useLanguage();
  const territories = useQuery({ ...itemsQuery(language, 'territories'), enabled: id !== null }).data;
  const found = territories?.features.find((territory) => territory.id === id);
  return found ? nameOf(found.properties, language) : null;
};
