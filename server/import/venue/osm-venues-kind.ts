import type { VenueKind } from '#core/offer/venue.ts';
import type { TagList } from '#core/roads/osm/string-table.ts';

/** What a tag makes of a thing: a kind, and a finer word. */
type Meaning = readonly [kind: VenueKind, subtype?: string];

/** Tags of culture (wiki.openstreetmap.org, "Map features"), the surest first. */
const meanings: readonly (readonly [key: string, value: string, Meaning])[] = [
  ['amenity', 'library', ['library']],
  ['tourism', 'museum', ['museum']],
  ['amenity', 'theatre', ['theatre']],
  ['amenity', 'cinema', ['cinema']],
  ['amenity', 'music_school', ['culture-school', 'music']],
  ['amenity', 'arts_centre', ['culture-centre', 'arts-centre']],
  ['amenity', 'community_centre', ['culture-centre']],
  ['amenity', 'concert_hall', ['event-place', 'concert-hall']],
  ['amenity', 'events_venue', ['event-place']],
  ['tourism', 'gallery', ['gallery']],
  ['leisure', 'bandstand', ['open-air-stage']],
  ['amenity', 'marketplace', ['market']],
];

/** A church counts where somebody mapped that concerts or events take place in it, and only there. */
const eventTags = [
  'concert',
  'concerts',
  'event',
  'events',
  'events_venue',
  'music_venue',
  'community_centre',
];

const keys = new Set(['amenity', 'tourism', 'leisure']);

/** Values may stand together: "library;community_centre". */
const valuesOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(';').map((value) => value.trim());

const wanted = new Set([...meanings.map(([key, value]) => `${key}=${value}`), 'amenity=place_of_worship']);

/** Whether a thing may be a place of culture: asked for everything in the file, so it looks at few keys only. */
export const isOfCulture = ({ pairs, strings }: TagList): boolean => {
  for (let i = 0; i < pairs.length; i += 2) {
    const key = strings.get(pairs[i] ?? -1);
    if (!keys.has(key)) continue;
    if (valuesOf(strings.get(pairs[i + 1] ?? -1)).some((value) => wanted.has(`${key}=${value}`))) return true;
  }
  return false;
};

type Tags = ReadonlyMap<string, string>;

const isOpenAir = (tags: Tags): boolean => /^(open_air|amphi)$/.test(tags.get('theatre:type') ?? '');

/** The kind that tags say; null for a church without events, and for what is no more. */
export const kindOfTags = (
  tags: Tags,
): { readonly kind: VenueKind; readonly subtype: string | null } | null => {
  const found = meanings.find(([key, value]) => valuesOf(tags.get(key)).includes(value));
  if (found !== undefined) {
    const [kind, subtype = null] = found[2];
    return kind === 'theatre' && isOpenAir(tags)
      ? { kind: 'open-air-stage', subtype: null }
      : { kind, subtype };
  }
  const isChurch = valuesOf(tags.get('amenity')).includes('place_of_worship');
  const hasEvents = eventTags.some((key) => !['', 'no'].includes(tags.get(key) ?? ''));
  return isChurch && hasEvents ? { kind: 'church', subtype: null } : null;
};
