import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FigureAnswer, FigureListing } from '#core/contract/figure.ts';
import type { Language } from '#core/language/routes.ts';
import { apiBase, apiQuery } from '../../api.ts';
import { apiUrl, getJson, getText } from '../../request.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import { type FigureView, isDrawable, previewKey, specificationOf } from './specification.ts';

/** The drawing of a draft as SVG text; the one before stays until it is there. */
export function usePreview(view: FigureView, language: Language) {
  const url = apiUrl(`${apiBase}/figures/preview`, language);
  return useQuery({
    queryKey: previewKey(view, language),
    queryFn: ({ signal }) => getText(url, { signal, body: specificationOf(view), accept: 'image/svg+xml' }),
    enabled: isDrawable(view),
    placeholderData: keepPreviousData,
  });
}

/** Kept figures, newest first. */
export const useKeptFigures = () =>
  useQuery(apiQuery<{ figures: readonly FigureListing[] }>(`${apiBase}/figures`, useLanguage()));

/** Keeps a draft for ever and answers with the figure. */
export function useFreeze(onKept: (figure: FigureAnswer) => void) {
  const language = useLanguage();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (view: FigureView) =>
      getJson<FigureAnswer>(apiUrl(`${apiBase}/figures`, language), { body: specificationOf(view) }),
    onSuccess: async (figure) => {
      await client.invalidateQueries({ predicate: ({ queryKey }) => isFigureList(queryKey) });
      onKept(figure);
    },
  });
}

const isFigureList = ([url]: readonly unknown[]): boolean =>
  typeof url === 'string' && url.startsWith(`${apiBase}/figures?`);
