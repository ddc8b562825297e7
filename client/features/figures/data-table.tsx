import type { FigureAnswer } from '#core/contract/figure.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { columnTitle } from '#core/map/table.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Disclosure } from '../../ui/panel.tsx';
import { type Column, SortableTable } from '../../ui/sortable-table.tsx';

type Table = FigureAnswer['table'];
type Row = Table['rows'][number];
type Dictionary = Readonly<Record<string, string>>;

/** The rows a figure was drawn from: parishes at once, cells where they are drawn and when wanted. */
export function FigureData({ figure: { table, cells } }: { figure: FigureAnswer }) {
  const language = useLanguage();
  const { access } = useWords();
  const cellsTitle =
    cells === null ? '' : fill(access.figureCells, { n: formatNumber(language, cells.rows.length) });
  return (
    <>
      <DataTable table={table} caption={access.figureTable} nameColumn={inLanguage('name', language)} />
      {cells === null ? null : (
        <Disclosure summary={cellsTitle}>
          <DataTable table={cells} caption={cellsTitle} nameColumn="settlement" />
        </Disclosure>
      )}
    </>
  );
}

const inLanguage = (name: string, language: Language) => `${name}${language === 'en' ? 'En' : 'Lv'}`;

interface DataTableProps {
  readonly table: Table;
  readonly caption: string;
  readonly nameColumn: string;
}

/** Rows in the reader's words; they sort, and a blank stays a blank. Names in the other language are in the file. */
function DataTable({ table, caption, nameColumn }: DataTableProps) {
  const language = useLanguage();
  const words = useWords();
  const other = language === 'en' ? 'lv' : 'en';
  const left = ['id', nameColumn, inLanguage('name', other), inLanguage('territoryName', other)];
  const order = [nameColumn, ...table.columns.filter((name) => !left.includes(name))];
  const columns = order.map((name): Column<Row> => {
    const index = table.columns.indexOf(name);
    return {
      key: name,
      title: columnTitle(name, words, language),
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
      caption={caption}
      columns={columns}
      rows={table.rows}
      rowKey={(row) => row.join(' ')}
      initialSort={{ key: '', isDescending: false }}
    />
  );
}

/** Units and reasons are codes in the file and words on the page. */
function codeInWords(column: string, value: string, { access, reasons }: Words): string {
  if (column === 'unit') return (access.units as Dictionary)[value] ?? value;
  return column === 'reason' ? ((reasons as Dictionary)[value] ?? value) : value;
}
