import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { findPage, type PageName } from '#core/language/routes.ts';
import { setRegionTime } from '#core/place/region-clock.ts';
import { aboutQuery } from '../api.ts';
import { LanguageProvider } from '../ui/language-context.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { languageOf } from './language-of.ts';
import { LazyPage } from './lazy-page.tsx';
import { usePageChange } from './navigation.ts';
import { NotFound } from './not-found.tsx';
import { routes } from './routes.tsx';
import { Shell } from './shell.tsx';
import { useWordsLoaded } from './use-words-loaded.ts';
import { WordsMissing } from './words-missing.tsx';

/** The whole page: finds out where the reader is, and shows it inside the shell. */
export const App = () => {
  const [path] = useLocation();
  const place = findPage(path);
  const wanted = languageOf(path);
  const { language, isFailed, retry } = useWordsLoaded(wanted);
  const isReady = language === wanted;
  // The stamp of the data asks the same, so this is no request of its own.
  const region = useQuery(aboutQuery(language)).data?.region;
  // Before anything below writes a date.
  if (region !== undefined) setRegionTime(region);
  const pageKey = place ? `${place.page}/${place.id ?? ''}` : path;
  usePageChange(pageKey);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <ErrorBoundary language={language} resetKey={path}>
      <LanguageProvider language={language} region={region}>
        <Shell place={place}>
          <ErrorBoundary language={language} resetKey={path}>
            {isFailed ? <WordsMissing onRetry={retry} /> : null}
            {!isReady ? null : place ? (
              <Routed key={pageKey} page={place.page} id={place.id ?? ''} />
            ) : (
              <NotFound />
            )}
          </ErrorBoundary>
        </Shell>
      </LanguageProvider>
    </ErrorBoundary>
  );
};

const Routed = ({ page, id }: { page: PageName; id: string }) => {
  const route = routes[page];
  return 'load' in route ? <LazyPage name={page} load={route.load} id={id} /> : <route.Page id={id} />;
};
