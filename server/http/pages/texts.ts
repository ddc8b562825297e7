import type { FigureAnswer } from '#core/contract/figure.ts';
import { formatSpan } from '#core/language/dates.ts';
import { fill, formatEuro, formatNumber } from '#core/language/format.ts';
import { type Words, words } from '#core/language/index.ts';
import { type Language, type PageName, pagePath } from '#core/language/routes.ts';
import type { OccurrenceListing, Price } from '#core/offer/event.ts';
import { eventJsonLd, figureJsonLd, territoryJsonLd, venueJsonLd } from '#core/offer/jsonld.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { Territory } from '#core/place/territory.ts';
import type { Context } from '../../context.ts';
import { type PageText, textOnly } from './page.ts';

interface Speaker {
  readonly origin: string;
  readonly language: Language;
  /** Of the region. */
  readonly words: Words;
}

type Facts = PageText['facts'];

const headOf = (page: PageName, said: Words, name: string): readonly [string, string] => {
  const [title, description] = said.collections.pages[page];
  return [fill(title, { name }), fill(description, { name })];
};

/** Facts that are known; what nobody stated is left to the page, which says so in its place. */
const known = (facts: readonly (readonly [string, string | null])[]): Facts =>
  facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));

const inLanguage = (language: Language, lv: string, en: string | null) =>
  language === 'en' ? (en ?? lv) : lv;

function priceText(price: Price, language: Language): string {
  switch (price.state) {
    case 'free':
      return words[language].collections.page.free;
    case 'not-stated':
      return words[language].common.notStated;
    case 'priced':
      return [...new Set([price.minEuro, price.maxEuro])]
        .map((euro) => formatEuro(language, euro))
        .join(' – ');
  }
}

function eventText(
  listing: OccurrenceListing,
  venue: Venue | null,
  { origin, language, words: said }: Speaker,
): PageText {
  const { event } = listing;
  const { page } = words[language].collections;
  const { common, eventStatuses } = words[language];
  const name = inLanguage(language, event.titleLv, event.titleEn);
  const stated =
    event.descriptionLv === null ? null : inLanguage(language, event.descriptionLv, event.descriptionEn);
  const when = formatSpan(
    language,
    new Date(listing.startsAt),
    listing.endsAt === null ? null : new Date(listing.endsAt),
  );
  const [title, description] = headOf('event', said, name);
  const isModel = event.isModel || event.modelFields.length > 0;
  const url = `${origin}${pagePath('event', language, listing.id)}`;
  return {
    title: listing.status === 'scheduled' ? title : `${title} (${eventStatuses[listing.status]})`,
    description: stated ?? description,
    facts: known([
      [page.when, isModel ? `${when} (${common.modelData})` : when],
      [page.where, [...new Set([listing.venueName, event.place])].filter((part) => part !== null).join(', ')],
      [page.admission, priceText(event.price, language)],
      [page.organiser, event.organiser],
    ]),
    jsonLd: [eventJsonLd(listing, venue, { url, name, description: stated })],
    image: null,
  };
}

function venueText(venue: Venue, { origin, language, words: said }: Speaker): PageText {
  const { page } = words[language].collections;
  const name = inLanguage(language, venue.nameLv, venue.nameEn);
  const [title, description] = headOf('venue', said, name);
  const url = `${origin}${pagePath('venue', language, venue.id)}`;
  return {
    title,
    description,
    facts: known([
      [page.kind, words[language].venueKinds[venue.kind]],
      [page.address, venue.address ?? venue.settlement],
    ]),
    jsonLd: [venueJsonLd(venue, { url, name, description: null })],
    image: null,
  };
}

function territoryText(territory: Territory, { origin, language, words: said }: Speaker): PageText {
  const { page } = words[language].collections;
  const name = inLanguage(language, territory.nameLv, territory.nameEn);
  const [title, description] = headOf('territory', said, name);
  const url = `${origin}${pagePath('territory', language, territory.id)}`;
  const { population, areaKm2Official } = territory;
  return {
    title,
    description,
    facts: known([
      [
        page.people,
        population === null
          ? null
          : `${formatNumber(language, population.people)} (${population.series}, ${population.year})`,
      ],
      [page.area, areaKm2Official === null ? null : `${formatNumber(language, areaKm2Official, 1)} km²`],
    ]),
    jsonLd: [territoryJsonLd(territory, { url, name, description: null })],
    image: null,
  };
}

function figureText(figure: FigureAnswer, { origin, language, words: said }: Speaker): PageText {
  const [title] = headOf('figure', said, figure.title[language]);
  const base = `${origin}/f/${figure.id}`;
  const url = `${origin}${pagePath('figure', language, figure.id)}`;
  const sources = [...new Set(figure.dataVersions.map((version) => version.source))];
  return {
    title,
    description: figure.alternativeText[language],
    facts: [],
    jsonLd: [
      figureJsonLd(
        { createdAt: figure.createdAt, sources, contentUrl: `${base}.svg?lang=${language}`, language },
        { url, name: title, description: figure.alternativeText[language] },
      ),
    ],
    image: `${base}.png?lang=${language}`,
  };
}

/** Gathers what a page is about and says it. @throws Problem `not-found` where its id leads nowhere. */
export async function describePage(
  page: PageName,
  id: string,
  speaker: Speaker,
  { data, figures }: Pick<Context, 'data' | 'figures'>,
): Promise<PageText> {
  switch (page) {
    case 'event': {
      const listing = await data.getOccurrence(id);
      // `venueName` is known only where the venue is in the current list.
      const { venueId, venueName } = listing;
      const venue = venueId === null || venueName === null ? null : await data.getVenue(venueId);
      return eventText(listing, venue, speaker);
    }
    case 'venue': {
      // A row that was merged into another leads to that one.
      const venue = await data.getVenue(id);
      return { ...venueText(venue, speaker), ...(venue.id === id ? {} : { nowAt: venue.id }) };
    }
    case 'territory':
      return territoryText(await data.getTerritory(id), speaker);
    case 'figure':
      return figureText(await figures.get(id), speaker);
    case 'events':
    case 'access':
    case 'figures':
    case 'about':
      return textOnly(...headOf(page, speaker.words, ''));
  }
}
