/**
 * Addresses of the pages in both languages. Latvian stands at the root, English under /en.
 * Server (page heads, JSON-LD, sitemap) and client (routing) read the same table.
 */
export const languages = ['lv', 'en'] as const;
export type Language = (typeof languages)[number];

export type PageName = 'events' | 'event' | 'venue' | 'territory' | 'access' | 'figures' | 'figure' | 'about';

/** `:id` stands for an identifier of letters, digits, "_" and "-". */
export const pagePaths: Readonly<Record<PageName, Readonly<Record<Language, string>>>> = {
  events: { lv: '/', en: '/en' },
  event: { lv: '/pasakumi/:id', en: '/en/events/:id' },
  venue: { lv: '/vietas/:id', en: '/en/venues/:id' },
  territory: { lv: '/teritorijas/:id', en: '/en/territories/:id' },
  access: { lv: '/sasniedzamiba', en: '/en/access' },
  figures: { lv: '/atteli', en: '/en/figures' },
  figure: { lv: '/f/:id', en: '/en/f/:id' },
  about: { lv: '/par-datiem', en: '/en/about-the-data' },
};

export const pagePath = (page: PageName, language: Language, id = ''): string =>
  pagePaths[page][language].replace(':id', encodeURIComponent(id));

/** Page, language and id of an address, or null where no page lives there. */
export const findPage = (path: string): { page: PageName; language: Language; id: string | null } | null => {
  const trimmed = path.length > 1 ? path.replace(/\/$/, '') : path;
  for (const page of Object.keys(pagePaths) as PageName[]) {
    for (const language of languages) {
      const pattern = pagePaths[page][language];
      if (pattern === trimmed) return { page, language, id: null };
      const prefix = pattern.replace(':id', '');
      if (!pattern.endsWith(':id') || !trimmed.startsWith(prefix)) continue;
      const id = trimmed.slice(prefix.length);
      if (/^[A-Za-z0-9_-]+$/.test(id)) return { page, language, id };
    }
  }
  return null;
};
