import type { ReactNode } from 'react';
import { Link, useSearch } from 'wouter';
import { type Language, type PageName, pagePath } from '#core/language/routes.ts';
import { apiBase } from '../api.ts';
import { useLanguage, useWords } from '../ui/language-context.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { DataStamp } from './data-stamp.tsx';

export interface Place {
  readonly page: PageName;
  readonly language: Language;
  readonly id: string | null;
}

/** Door under which a page stands in the navigation. */
const doors: Readonly<Record<PageName, 'events' | 'access' | 'figures' | 'about'>> = {
  events: 'events',
  event: 'events',
  venue: 'events',
  territory: 'events',
  access: 'access',
  figures: 'figures',
  figure: 'figures',
  about: 'about',
};

/** What stands around every page: skip link, doors, the data's date, language, banner, the page. */
export const Shell = ({ place, children }: { place: Place | null; children: ReactNode }) => {
  const { shell } = useWords();
  return (
    <>
      <a href="#content" className="skip-link">
        {shell.skipToContent}
      </a>
      <Header place={place} />
      <ConnectionBanner />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
};

const Header = ({ place }: { place: Place | null }) => {
  const language = useLanguage();
  const { common, shell } = useWords();
  const door = place ? doors[place.page] : null;
  const link = (page: 'events' | 'access' | 'figures' | 'about', label: string) => (
    <li>
      <Link href={pagePath(page, language)} aria-current={door === page ? 'page' : undefined}>
        {label}
      </Link>
    </li>
  );
  return (
    <header className="header">
      <Link href={pagePath('events', language)} className="site-name">
        {common.title}
      </Link>
      <nav aria-label={shell.navigation}>
        <ul>
          {link('events', shell.doors.events)}
          {link('access', shell.doors.access)}
          {link('figures', shell.doors.figures)}
          {link('about', shell.about)}
        </ul>
      </nav>
      <DataStamp />
      <LanguageSwitch place={place} />
    </header>
  );
};

/** The same view in the other language: same page, same thing, same choices. */
const LanguageSwitch = ({ place }: { place: Place | null }) => {
  const language = useLanguage();
  const { shell } = useWords();
  const search = useSearch();
  const other = language === 'lv' ? 'en' : 'lv';
  const path = place ? pagePath(place.page, other, place.id ?? '') : pagePath('events', other);
  return (
    <Link href={search ? `${path}?${search}` : path} className="language" lang={other} hrefLang={other}>
      {shell.otherLanguage}
    </Link>
  );
};

const Footer = () => {
  const language = useLanguage();
  const { shell } = useWords();
  return (
    <footer className="footer">
      <span>{shell.noTracking}</span> <a href={`${apiBase}/?lang=${language}`}>{shell.openApi}</a>
    </footer>
  );
};
