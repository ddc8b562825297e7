import { words } from '#core/language/index.ts';
import { type Language, languages, type PageName, pagePath } from '#core/language/routes.ts';
import { escapeHtml, escapeJson } from '../html.ts';
import type { PageText } from './page.ts';

/** Where a page lives; null for an address where none does. */
export interface Place {
  readonly page: PageName;
  readonly id: string | null;
}

const locales: Readonly<Record<Language, string>> = { lv: 'lv_LV', en: 'en_GB' };

/** What the head says besides the page itself. */
interface Where {
  readonly origin: string;
  readonly language: Language;
  readonly place: Place | null;
  /** Name of the whole map. */
  readonly site: string;
}

/** For a server whose page was not built: the texts alone. */
export const plainTemplate = `<!doctype html>
<html lang="lv">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><!--head--></head>
<body><div id="root"><!--content--></div></body>
</html>`;

const meta = (key: 'name' | 'property', name: string, content: string) =>
  `<meta ${key}="${name}" content="${escapeHtml(content)}">`;

/** Canonical address without parameters, and the same page in the other language. */
function addressTags(origin: string, language: Language, { page, id }: Place): string[] {
  const hrefOf = (spoken: Language) => escapeHtml(`${origin}${pagePath(page, spoken, id ?? '')}`);
  return [
    `<link rel="canonical" href="${hrefOf(language)}">`,
    ...languages.map((spoken) => `<link rel="alternate" hreflang="${spoken}" href="${hrefOf(spoken)}">`),
    `<link rel="alternate" hreflang="x-default" href="${hrefOf('lv')}">`,
    meta('property', 'og:url', `${origin}${pagePath(page, language, id ?? '')}`),
  ];
}

function writeHead(text: PageText, { origin, language, place, site }: Where): string {
  const title = text.title === site ? site : `${text.title} – ${site}`;
  return [
    `<title>${escapeHtml(title)}</title>`,
    meta('name', 'description', text.description),
    ...(place === null ? [meta('name', 'robots', 'noindex')] : addressTags(origin, language, place)),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:site_name', site),
    meta('property', 'og:title', text.title),
    meta('property', 'og:description', text.description),
    meta('property', 'og:locale', locales[language]),
    ...(text.image === null ? [] : [meta('property', 'og:image', text.image)]),
    ...text.jsonLd.map((data) => `<script type="application/ld+json">${escapeJson(data)}</script>`),
  ].join('\n    ');
}

/** The essentials, readable before and without the script; the page replaces them when it starts. */
function writeContent(text: PageText, language: Language): string {
  const { needsScript } = words[language].collections.page;
  const facts = text.facts.map(
    ([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<main><h1>${escapeHtml(text.title)}</h1><p>${escapeHtml(text.description)}</p>${
    facts.length === 0 ? '' : `<dl>${facts.join('')}</dl>`
  }<noscript><p>${escapeHtml(needsScript)} <a href="/api/v1?lang=${language}">/api/v1</a></p></noscript></main>`;
}

/** The page as sent: the built template with language, head and essentials filled in. */
export function renderPage(template: string, text: PageText, where: Where): string {
  // Functions as replacements, because "$" in a text would otherwise be read as a pattern.
  return template
    .replace('<html lang="lv"', () => `<html lang="${where.language}"`)
    .replace('<!--head-->', () => writeHead(text, where))
    .replace('<!--content-->', () => writeContent(text, where.language));
}
