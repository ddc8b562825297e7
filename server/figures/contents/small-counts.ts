import type { Language } from '#core/language/routes.ts';
import { smallCountNotes } from '#core/language/small-count-note.ts';
import type { Subject } from '#core/map/scene/subject.ts';

/** A figure whose numbers rest on counts published as 5 says so below the map. */
export const withSmallCounts = (
  subject: Subject,
  cells: Parameters<typeof smallCountNotes>[0],
  language: Language,
): Subject => ({ ...subject, notes: [...subject.notes, ...smallCountNotes(cells, language)] });
