import type { PageName } from '#core/language/routes.ts';
import EventsPage from '../features/explore/page.tsx';
import type { LoadPage, Page } from './lazy-page.tsx';

/** A page that comes with the shell, or the way to fetch one that does not. */
export type Route = { readonly Page: Page } | { readonly load: LoadPage };

/** Page of each address. The first door comes with the shell; the others when they are asked for. */
export const routes: Readonly<Record<PageName, Route>> = {
  events: { Page: EventsPage },
  event: { load: () => import('../features/explore/event-page.tsx') },
  venue: { load: () => import('../features/explore/venue-page.tsx') },
  territory: { load: () => import('../features/explore/territory-page.tsx') },
  access: { load: () => import('../features/access/page.tsx') },
  figures: { load: () => import('../features/figures/page.tsx') },
  figure: { load: () => import('../features/figures/figure-page.tsx') },
  about: { load: () => import('../features/about/page.tsx') },
};
