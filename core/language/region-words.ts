import type { Region } from '../place/region.ts';
import { fill } from './format.ts';
import type { Words } from './index.ts';
import type { Language } from './routes.ts';

/** What the words need to know of a region. */
export type NamedRegion = Pick<Region, 'nameLv' | 'nameEn' | 'focalTown' | 'hasShippedData' | 'asOf'>;

/**
 * Words for a region. They are written for the one whose data ship, in the borders of today; of any other its
 * own names are said, in the nominative, because nobody declines a name that came from a file.
 */
export function wordsOfRegion(base: Words, language: Language, region: NamedRegion): Words {
  if (region.hasShippedData && region.asOf == null) return base;
  const { collections, common, events, otherRegion } = base;
  const { pages } = collections;
  const of = ({ nameLv, nameEn }: { nameLv: string; nameEn: string }) =>
    language === 'en' ? nameEn : nameLv;
  const say = (text: string) => fill(text, { region: of(region) });
  return {
    ...(region.hasShippedData ? base : withoutShippedData(base, language, of(region.focalTown))),
    common: { ...common, title: say(otherRegion.title) },
    events: {
      ...events,
      intro: say(otherRegion.intro),
      nearMeFailed: { ...events.nearMeFailed, outside: say(otherRegion.outside) },
    },
    collections: {
      ...collections,
      api: { title: say(otherRegion.openData), description: say(otherRegion.description) },
      pages: {
        ...pages,
        events: [pages.events[0], say(otherRegion.pages.events)],
        event: [pages.event[0], say(otherRegion.pages.event)],
        venue: [pages.venue[0], say(otherRegion.pages.venue)],
        access: [pages.access[0], say(otherRegion.pages.access)],
      },
    },
  };
}

/** Another town, and a grid of which nobody knows the size before somebody brings it. */
function withoutShippedData(base: Words, language: Language, town: string): Words {
  const { access, figures, measures, otherRegion, shell } = base;
  const way = fill(figures.wayToOtherTown, { town });
  const names = { ...shell.aboutData.names, population: otherRegion.population };
  return {
    ...base,
    measures: { ...measures, 'way-to-town': way.slice(0, 1).toLocaleUpperCase(language) + way.slice(1) },
    access: { ...access, levelCells: otherRegion.cells },
    shell: { ...shell, aboutData: { ...shell.aboutData, names } },
  };
}
