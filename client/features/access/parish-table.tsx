import type { AccessAnswer, TerritoryRow } from '#core/access/answer.ts';
import type { SurveyResult } from '#core/place/survey.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { SortableTable } from '../../ui/sortable-table.tsx';
import { type ParishRow, parishColumns } from './parish-columns.tsx';
import type { AccessView } from './view.ts';

interface ParishTableProps {
  readonly answer: AccessAnswer;
  /** Answer for the second offer where two are compared, with the names of both. */
  readonly other: { readonly answer: AccessAnswer; readonly name: string; readonly firstName: string } | null;
  /** What residents answered; empty where nobody was asked. */
  readonly survey: readonly SurveyResult[];
  readonly view: AccessView;
  readonly update: (changes: Partial<AccessView>) => void;
}

/** Every parish and town with its numbers, and the whole region below: all that the map shows. */
export function ParishTable({ answer, other, survey, view, update }: ParishTableProps) {
  const language = useLanguage();
  const words = useWords();
  const others = new Map(other?.answer.territories.map((row) => [row.id, row]));
  const pair = (row: TerritoryRow): ParishRow => ({ row, other: others.get(row.id) ?? null });
  const columns = parishColumns({
    answer,
    other,
    words,
    language,
    survey,
    onChoose: (territory) => update({ territory, cell: '', way: 1 }),
  });
  const total: ParishRow = { row: answer.total, other: other?.answer.total ?? null };
  return (
    <SortableTable
      caption={words.access.table}
      columns={columns}
      rows={answer.territories.map(pair)}
      rowKey={({ row }) => row.id}
      initialSort={{ key: 'place', isDescending: false }}
      sort={view.sort}
      onSort={(sort) => update({ sort })}
      currentKey={view.territory}
      footer={
        <tr>
          {columns.map((column) =>
            column.isRowHeader ? (
              <th key={column.key} scope="row">
                {words.access.wholeRegion}
              </th>
            ) : (
              <td key={column.key} className={column.isNumeric ? 'numeric' : ''}>
                {column.render ? column.render(total) : column.value(total)}
              </td>
            ),
          )}
        </tr>
      }
    />
  );
}
