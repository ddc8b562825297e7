import { flag, integer, text } from './column.ts';

/** On every imported row: the version it belongs to and how far to trust it. */
export const imported = {
  version_id: integer(),
  id: text(),
  source: text(),
  confidence: text(),
  is_model: flag(),
};

/** Folded words to search in, and the key of Latvian order; both computed at import by `core/language/fold.ts`. */
export const named = { search_text: text(), sort_key: text() };
