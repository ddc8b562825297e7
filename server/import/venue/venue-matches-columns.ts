import type { matchFields } from '#core/offer/match-file.ts';
import { type Vocabulary, vocabulary } from '../format/row-reader.ts';
import type { TemplateColumn } from '../format/table.ts';

/** Columns of the file in which people decide; as `core/offer/match-file.ts` writes them, and in Latvian. */
export const matchColumns: readonly TemplateColumn[] = [
  { field: 'decision', headings: ['lēmums'] },
  { field: 'keep', headings: ['paturēt'] },
  { field: 'list', headings: ['saraksts'] },
  { field: 'id', headings: ['identifikators'] },
  { field: 'name', headings: ['nosaukums'] },
  { field: 'otherList', headings: ['otrs saraksts'] },
  { field: 'otherId', headings: ['otrs identifikators'] },
  { field: 'otherName', headings: ['otrs nosaukums'] },
  { field: 'distanceMetres', headings: ['attālums m'] },
  { field: 'score', headings: ['līdzība'] },
  { field: 'reasons', headings: ['pamats'] },
] satisfies readonly { readonly field: (typeof matchFields)[number]; readonly headings: readonly string[] }[];

export const requiredMatchColumns = ['decision', 'id', 'otherId'] as const;

export const decisionWords: Vocabulary<'same' | 'different'> = vocabulary({
  same: ['tas pats', 'tā pati', 'tā pati vieta', 'viena vieta', 'jā', 'yes'],
  different: ['cits', 'cita', 'cita vieta', 'atšķirīgs', 'dažādi', 'nē', 'no'],
});
