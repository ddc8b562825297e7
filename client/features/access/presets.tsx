import { Link } from 'wouter';
import { pagePath } from '#core/language/routes.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { writeSearch } from '../../ui/search-state.ts';
import { type AccessView, accessView } from './view.ts';

/** The questions planners ask first, each one link. */
export const Presets = ({ view, search }: { view: AccessView; search: string }) => {
  const language = useLanguage();
  const { access, measures, transit } = useWords();
  const href = (changes: Partial<AccessView>) => {
    const text = writeSearch(accessView, search, { ask: 'places', ...changes, compare: '', way: 1 });
    return `${pagePath('access', language)}${text && `?${text}`}`;
  };
  const isPlaces = view.ask === 'places';
  const isNearest = isPlaces && view.measure === 'nearest' && view.offer === 'culture' && view.compare === '';
  return (
    <nav className="presets" aria-label={access.presets}>
      <Link
        href={href({ measure: 'nearest', offer: 'culture' })}
        className="preset"
        aria-current={isNearest ? 'true' : undefined}
      >
        {access.presetNearest}
      </Link>
      <Link
        href={href({ measure: 'way-to-town' })}
        className="preset"
        aria-current={isPlaces && view.measure === 'way-to-town' ? 'true' : undefined}
      >
        {measures['way-to-town']}
      </Link>
      <Link
        href={href({ ask: 'event', ...(view.mode === 'car' ? { mode: 'public-transport' } : {}) })}
        className="preset"
        aria-current={isPlaces ? undefined : 'true'}
      >
        {transit.event.preset}
      </Link>
    </nav>
  );
};
