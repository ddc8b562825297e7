import type { Endpoints } from '#core/contract/index.ts';
import { words } from '#core/language/index.ts';
import { wordsOfRegion } from '#core/language/region-words.ts';
import { type Language, pagePath } from '#core/language/routes.ts';
import type { OccurrenceListing } from '#core/offer/event.ts';
import { type CalendarTexts, writeCalendar } from '#core/offer/ical.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import type { Data, ItemsQuery } from '../context.ts';
import type { Answer, Handler } from './call.ts';
import { everything } from './extent.ts';

interface Speaker {
  readonly region: Region;
  readonly origin: string;
  readonly language: Language;
  readonly versions: readonly DatasetVersion[];
}

/** Cancelled and changed dates say so in the title too: not every calendar shows STATUS. */
function textsOf(listing: OccurrenceListing, { origin, language }: Speaker): CalendarTexts {
  const { event, status, note } = listing;
  const { eventStatuses, common } = words[language];
  const title = language === 'en' ? (event.titleEn ?? event.titleLv) : event.titleLv;
  const description = language === 'en' ? (event.descriptionEn ?? event.descriptionLv) : event.descriptionLv;
  const mark = event.isModel || event.modelFields.length > 0 ? common.modelData : null;
  const lines = [note, description, mark, event.source].filter((line) => line !== null);
  return {
    title: status === 'scheduled' ? title : `${title} (${eventStatuses[status]})`,
    description: lines.join('\n'),
    url: `${origin}${pagePath('event', language, listing.id)}`,
  };
}

function present(listings: readonly OccurrenceListing[], fileName: string, speaker: Speaker): Answer {
  const imported = speaker.versions.map((version) => Date.parse(version.importedAt));
  const body = writeCalendar(listings, {
    name: wordsOfRegion(words[speaker.language], speaker.language, speaker.region).common.title,
    language: speaker.language.toUpperCase(),
    domain: `${speaker.region.id}.culture-map`,
    stamp: new Date(Math.max(0, ...imported)),
    textsOf: (listing) => textsOf(listing, speaker),
  });
  return { body, headers: { 'Content-Disposition': `attachment; filename="${fileName}.ics"` } };
}

async function everyOccurrence(data: Data, query: ItemsQuery): Promise<OccurrenceListing[]> {
  const found: OccurrenceListing[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Data['listOccurrences']>> = await data.listOccurrences({
      ...query,
      cursor,
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

export const calendar: Handler<Endpoints['calendar']> = async (call, site) =>
  present(await everyOccurrence(site.data, { ...everything, ...call.query }), 'events', {
    ...call,
    region: site.region,
  });

export const occurrenceCalendar: Handler<Endpoints['occurrenceCalendar']> = async (call, site) => {
  const listing = await site.data.getOccurrence(call.path.occurrenceId);
  return present([listing], listing.id, { ...call, region: site.region });
};
