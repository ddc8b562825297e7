/** Longest texts that are kept, in characters, as in a list of events. */
export const most = { title: 200, description: 4000, place: 300, organiser: 200 } as const;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** Some calendars write web pages into their texts: tags go, line breaks stay. */
export const plainText = (text: string): string => {
  const isPage = /<\/?(p|br|div|span|a|b|i|u|ul|li|strong|em|html|body|font)\b[^<>]{0,500}>/i.test(text);
  const bare = isPage
    ? text
        .replace(/<(br|\/p|\/div|\/li)\b[^<>]{0,500}>/gi, '\n')
        .replace(/<[^<>]{1,2000}>/g, '')
        .replace(/&[a-z#0-9]{2,6};/gi, (entity) => entities[entity.toLowerCase()] ?? entity)
    : text;
  return bare
    .replace(/[\t\u00a0 ]+/g, ' ')
    .replace(/ *\r?\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

/** An address of the web as it may become a link; null for anything else. */
export const webAddress = (text: string): string | null =>
  /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && text.length <= 500 && URL.canParse(text) ? text : null;
