import type { FigureAnswer } from '#core/contract/figure.ts';
import { formatNumber } from '#core/language/format.ts';
import type { Language } from '#core/language/routes.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { type Column, SortableTable } from '../../ui/sortable-table.tsx';

type Row = FigureAnswer['table']['rows'][number];

/** The rows a figure was drawn from; they sort, and a blank stays a blank. */
export function DataTable({ table }: { table: FigureAnswer['table'] }) {
  const language = useLanguage();
  const { access } = useWords();
  const columns = table.columns.map(
    (title, index): Column<Row> => ({
      key: String(index),
      title,
      isRowHeader: index === 0,
      isNumeric: table.rows.every((row) => typeof (row[index] ?? 0) === 'number'),
      value: (row) => row[index] ?? null,
      render: (row) => cellText(row[index] ?? null, language),
    }),
  );
  return (
    <SortableTable
      caption={access.figureTable}
      columns={columns}
      rows={table.rows}
      rowKey={(row) => row.join(' ')}
      initialSort={{ key: '', isDescending: false }}
    />
  );
}

const cellText = (value: string | number | null, language: Language): string => {
  if (value === null) return '–';
  return typeof value === 'number' ? formatNumber(language, value, 2) : value;
};
