import type { Request } from 'express';
import type { Format } from '#core/contract/define.ts';
import { type Language, languages } from '#core/language/routes.ts';
import type { Region } from '#core/place/region.ts';
import { Problem } from '#core/problem.ts';

/**
 * `lang=` first, then Accept-Language, then the first language of the region. A wrong `lang` is left to the
 * schema to refuse.
 */
export function chooseLanguage(
  request: Request,
  asked: string | undefined,
  { languages: spoken }: Pick<Region, 'languages'> = {},
): Language {
  const stated = languages.find((language) => language === asked);
  if (stated !== undefined) return stated;
  // Without the header, or where all are equally welcome, the first of these is taken.
  const offered = [...new Set([...(spoken ?? []), ...languages])];
  const accepted = request.acceptsLanguages(offered);
  return offered.find((language) => language === accepted) ?? offered[0] ?? 'lv';
}

const bare = (mediaType: string) => mediaType.split(';')[0] ?? mediaType;

/** Name of the format: `f=` first, then Accept, then the first. @throws Problem `not-acceptable` */
export function chooseFormat(
  request: Request,
  formats: Readonly<Record<string, Format>>,
  asked: string | undefined,
): string {
  const names = Object.keys(formats);
  const first = names[0] ?? '';
  if (asked !== undefined) return names.includes(asked) ? asked : first;
  const offers = names.flatMap((name) => {
    const format = formats[name];
    return format === undefined
      ? []
      : [format.mediaType, ...(format.alsoFor ?? [])].map((type) => ({ name, type: bare(type) }));
  });
  const accepted = request.accepts(offers.map((offer) => offer.type));
  const found = offers.find((offer) => offer.type === accepted);
  if (found !== undefined) return found.name;
  const available = names.map((name) => formats[name]?.mediaType).join(', ');
  throw new Problem('not-acceptable', { values: { available } });
}
