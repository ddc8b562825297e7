import type { VenueSuggestionsResponse } from '#core/contract/envelope.ts';
import type { Endpoints } from '#core/contract/index.ts';
import { saidReasons } from '#core/language/said/same-place.ts';
import { sayWarning } from '#core/language/warnings.ts';
import { matchFields, matchRows } from '#core/offer/match-file.ts';
import { type Handler, jsonBody } from './call.ts';
import { csvFile, writeCsv } from './csv.ts';
import { envelope } from './envelope.ts';

export const venueSuggestions: Handler<Endpoints['venueSuggestions']> = async (call, site) => {
  const suggestions = await site.data.listVenueSuggestions();
  if (call.format === 'csv') {
    const rows = matchRows(suggestions, (reason) => saidReasons[reason][call.language]);
    return { body: writeCsv(matchFields, rows), headers: csvFile('venue-matches') };
  }
  const { length: count } = suggestions.undecided;
  const caveat = sayWarning({ code: 'same-place-suggested', values: { count } }, call.language);
  const body: VenueSuggestionsResponse = envelope(
    suggestions,
    'same-place',
    call,
    count === 0 ? [] : [caveat],
  );
  return jsonBody(body);
};
