import { type ComponentType, lazy } from 'react';
import type { PageName } from '#core/language/routes.ts';
import EventsPage from '../features/explore/page.tsx';

/** Page of each address. The first door comes with the shell; the others when they are asked for. */
export const routes: Readonly<Record<PageName, ComponentType<{ readonly id: string }>>> = {
  events: EventsPage,
  event: lazy(() => import('../features/explore/event-page.tsx')),
  venue: lazy(() => import('../features/explore/venue-page.tsx')),
  territory: lazy(() => import('../features/explore/territory-page.tsx')),
  access: lazy(() => import('../features/access/page.tsx')),
  figures: lazy(() => import('../features/figures/page.tsx')),
  figure: lazy(() => import('../features/figures/figure-page.tsx')),
  about: lazy(() => import('../features/about/page.tsx')),
};
