import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { type Description, type Rejected, readSearch, type State, writeSearch } from './search-state.ts';

export interface SearchState<D extends Description> {
  readonly state: State<D>;
  /** What the address said wrongly; show it with `<RejectedNote>`. */
  readonly rejected: readonly Rejected[];
  /**
   * Writes choices into the address. A choice becomes a step of the history ("push"), so that Back undoes it;
   * typing and moving a map only mend the present step ("replace").
   */
  readonly update: (changes: Partial<State<D>>, history?: 'push' | 'replace') => void;
}

/** State of a view held in the address bar. `description` must be the same object on every render. */
export const useSearchState = <D extends Description>(description: D): SearchState<D> => {
  const search = useSearch();
  const [, navigate] = useLocation();
  const read = useMemo(() => readSearch(description, search), [description, search]);
  const update = useCallback(
    (changes: Partial<State<D>>, history: 'push' | 'replace' = 'push') => {
      // The address is read at the moment of writing: two updates in one event must not undo each other.
      const { pathname, search: present } = window.location;
      const next = writeSearch(description, present, changes);
      if (next === present.replace(/^\?/, '')) return;
      navigate(next === '' ? pathname : `${pathname}?${next}`, { replace: history === 'replace' });
    },
    [description, navigate],
  );
  return { ...read, update };
};
