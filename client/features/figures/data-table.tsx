import type { FigureAnswer } from '#core/contract/figure.ts';
import { formatNumber } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { type Column, SortableTable } from '../../ui/sortable-table.tsx';

type Row = FigureAnswer['table']['rows'][number];
type Dictionary = Readonly<Record<string, string>>;

/** The rows a figure was drawn from, in the reader's words; they sort, and a blank stays a blank. */
export function DataTable({ table }: { table: FigureAnswer['table'] }) {
  const language = useLanguage();
  const words = useWords();
  const nameColumn = language === 'en' ? 'nameEn' : 'nameLv';
  const order = [nameColumn, ...table.columns.filter((name) => name !== nameColumn && name !== 'id')];
  const columns = order.map((name): Column<Row> => {
    const index = table.columns.indexOf(name);
    return {
      key: name,
      title: columnTitle(name, words),
      isRowHeader: name === nameColumn,
      isNumeric: table.rows.every((row) => typeof (row[index] ?? 0) === 'number'),
      value: (row) => row[index] ?? null,
      render: (row) => {
        const value = row[index] ?? null;
        if (typeof value === 'number') return formatNumber(language, value, 2);
        return value === null ? '–' : codeInWords(name, value, words);
      },
    };
  });
  return (
    <SortableTable
      caption={words.access.figureTable}
      columns={columns}
      rows={table.rows}
      rowKey={(row) => row.join(' ')}
      initialSort={{ key: '', isDescending: false }}
    />
  );
}

/** Columns have their names in `words.figures`; the ones of classes are "people <= 15" and "people > 60". */
export function columnTitle(name: string, { figures }: Words): string {
  const titles: Dictionary = figures.columns;
  const ofClass = /^people (<=|>) (.+)$/.exec(name);
  if (ofClass === null) return titles[name] ?? name;
  return `${figures.columns.people} ${ofClass[1] === '<=' ? '≤' : '>'} ${ofClass[2]}`;
}

/** Units and reasons are codes in the file and words on the page. */
function codeInWords(column: string, value: string, { access, reasons }: Words): string {
  if (column === 'unit') return (access.units as Dictionary)[value] ?? value;
  return column === 'reason' ? ((reasons as Dictionary)[value] ?? value) : value;
}
