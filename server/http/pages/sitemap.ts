import { languages, type PageName, pagePath } from '#core/language/routes.ts';
import type { Context } from '../../context.ts';
import { everyFeature, everything } from '../extent.ts';
import { escapeHtml } from '../html.ts';

const daysAhead = 60;
const dayMilliseconds = 86_400_000;

interface Entry {
  readonly page: PageName;
  readonly id: string;
}

async function entries({ data, figures, clock }: Context): Promise<Entry[]> {
  const found: Entry[] = (['events', 'access', 'figures', 'about'] as const).map((page) => ({
    page,
    id: '',
  }));
  for await (const { id } of everyFeature(data, 'territories')) found.push({ page: 'territory', id });
  for await (const { id } of everyFeature(data, 'venues')) found.push({ page: 'venue', id });
  const from = clock.now();
  const to = new Date(from.getTime() + daysAhead * dayMilliseconds);
  const datetime = { from: from.toISOString(), to: to.toISOString() };
  for await (const { id } of everyFeature(data, 'events', { ...everything, datetime })) {
    found.push({ page: 'event', id });
  }
  for (const { id } of await figures.list(10_000)) found.push({ page: 'figure', id });
  return found;
}

function writeEntry({ page, id }: Entry, origin: string): string {
  const hrefOf = (language: (typeof languages)[number]) =>
    escapeHtml(`${origin}${pagePath(page, language, id)}`);
  const alternates = languages.map(
    (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${hrefOf(language)}"/>`,
  );
  return languages
    .map((language) => `<url><loc>${hrefOf(language)}</loc>${alternates.join('')}</url>`)
    .join('\n');
}

/** Every page in both languages (sitemaps.org 0.9); events of the next 60 days. */
export async function writeSitemap(context: Context, origin: string): Promise<string> {
  const urls = (await entries(context)).map((entry) => writeEntry(entry, origin));
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

/** Everything may be read by machines; the map of the site says what there is. */
export const writeRobots = (origin: string): string =>
  `User-agent: *\nDisallow: /imports/\n\nSitemap: ${origin}/sitemap.xml\n`;
