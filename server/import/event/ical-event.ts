import { createHash } from 'node:crypto';
import type { Findings } from '#core/findings.ts';
import { slug } from '#core/language/fold.ts';
import type { CultureEvent } from '#core/offer/event.ts';
import { categoryOf } from './ical-categories.ts';
import { type Component, propertiesOf, propertyOf, textOf } from './ical-components.ts';
import { type CalendarSurroundings, type Series, statusOf, venueOf } from './ical-entry.ts';
import { most, plainText, webAddress } from './ical-texts.ts';
import { readWhen } from './ical-when.ts';

/** Stable as long as list and UID are, whatever else changes; two lists never share one. */
const idOf = (list: string, uid: string): string => {
  const hash = createHash('sha256').update(`${list}\n${uid}`).digest('hex').slice(0, 10);
  const said = slug(uid.split('@')[0] ?? '').slice(0, 60);
  return said === '' ? `${list}-${hash}` : `${said}-${hash}`;
};

const cut = (text: string, limit: number, entry: Component, field: string, findings: Findings): string => {
  if (text.length <= limit) return text;
  findings.add({ code: 'text-cut', row: entry.line, field, effect: 'corrected', values: { most: limit } });
  return `${text.slice(0, limit - 1)}…`;
};

const urlOf = (entry: Component, findings: Findings): string | null => {
  const property = propertyOf(entry, 'url');
  const text = property?.raw.trim() ?? '';
  const url = webAddress(text);
  if (text !== '' && url === null) {
    const values = { link: text.slice(0, 200) };
    findings.add({ code: 'link-left-out', row: property?.line ?? entry.line, field: 'URL', values });
  }
  return url;
};

/** Whoever holds it by name; a mail address is nobody's name. */
const organiserOf = (entry: Component): string | null => {
  const name = propertyOf(entry, 'organizer')?.parameters.cn?.trim() ?? '';
  return name === '' || name.includes('@') ? null : name.slice(0, most.organiser);
};

const categoryFor = (entry: Component, findings: Findings) => {
  const properties = propertiesOf(entry, 'categories');
  const texts = properties.flatMap(({ values }) => values.map(String)).filter((text) => text.trim() !== '');
  const category = categoryOf(texts);
  if (category === null && texts.length > 0) {
    const row = properties[0]?.line ?? entry.line;
    findings.add({
      code: 'category-unknown',
      row,
      field: 'CATEGORIES',
      values: { category: texts.join(', ') },
    });
  }
  return { category: category ?? 'other', isStated: texts.length > 0 } as const;
};

/** Where, in words; always something, because the page shows it. */
const placeIn = (entry: Component, findings: Findings): string => {
  const location = textOf(entry, 'location').replace(/\s*\n\s*/g, ', ');
  return location === '' ? 'vieta nav norādīta' : cut(location, most.place, entry, 'LOCATION', findings);
};

export interface ReadEntry {
  readonly event: CultureEvent;
  /** Line of its entry. */
  readonly line: number;
  readonly isFloating: boolean;
  readonly isDay: boolean;
  readonly hasCategory: boolean;
}

/** One event of a calendar with all its dates; null, with its faults noted, when it cannot be read. */
export const readEntry = (series: Series, around: CalendarSurroundings): ReadEntry | null => {
  const { master } = series;
  const { faults, findings } = around;
  const title = plainText(textOf(master, 'summary'));
  if (title === '') faults.add(master.line, 'SUMMARY', 'missing');
  const when = readWhen(series, around);
  if (when === null || title === '') return null;
  const { category, isStated } = categoryFor(master, findings);
  const description = plainText(textOf(master, 'description'));
  return {
    line: master.line,
    isFloating: when.isFloating,
    isDay: when.isDay,
    hasCategory: isStated,
    event: {
      id: idOf(around.list, series.uid),
      list: around.list,
      titleLv: cut(title.replace(/\s*\n\s*/g, ' '), most.title, master, 'SUMMARY', findings),
      titleEn: null,
      descriptionLv:
        description === '' ? null : cut(description, most.description, master, 'DESCRIPTION', findings),
      descriptionEn: null,
      category,
      audience: [],
      umbrellaId: null,
      venueId: venueOf(master, around),
      place: placeIn(master, findings),
      organiser: organiserOf(master),
      price: { state: 'not-stated' },
      rule: when.rule,
      status: statusOf(master, around),
      changes: when.changes,
      modelFields: when.isDay ? ['startTime', 'duration'] : [],
      url: urlOf(master, findings),
      source: around.source,
      confidence: 'as stated by the calendar',
      isModel: false,
    },
  };
};
