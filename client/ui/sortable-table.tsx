import { type ReactNode, useId, useState } from 'react';
import { compareNames } from '#core/language/sorting.ts';
import { classes } from './classes.ts';
import { useLanguage } from './language-context.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Value to sort by; null is a blank and stands last in either direction. */
  readonly value: (row: Row) => string | number | null;
  /** What is shown; the value itself when left out. */
  readonly render?: (row: Row) => ReactNode;
  readonly isNumeric?: boolean;
  /** True for the column that names the row. */
  readonly isRowHeader?: boolean;
}

export interface Sort {
  readonly key: string;
  readonly isDescending: boolean;
}

interface SortableTableProps<Row> {
  readonly caption: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly initialSort: Sort;
  /** Given together, the caller keeps the order (for example in the address). */
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** Marks a row, for example the one chosen on a map. */
  readonly currentKey?: string | null;
  readonly footer?: ReactNode;
}

/** A table whose column heads are buttons; scrolls sideways inside itself on a narrow screen. */
export const SortableTable = <Row,>(props: SortableTableProps<Row>) => {
  const language = useLanguage();
  const captionId = useId();
  const [ownSort, setOwnSort] = useState(props.initialSort);
  const sort = props.sort ?? ownSort;
  const { columns, rowKey } = props;
  const rows = sortRows(props.rows, columns, sort, (a, b) => compareNames(language, a, b));
  const choose = (key: string) => {
    const next = { key, isDescending: sort.key === key && !sort.isDescending };
    setOwnSort(next);
    props.onSort?.(next);
  };
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see the line above.
    <section className="table-scroll" tabIndex={0} aria-labelledby={captionId}>
      <table className="table">
        <caption id={captionId}>{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onChoose={choose} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} aria-current={rowKey(row) === props.currentKey ? 'true' : undefined}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {props.footer ? <tfoot>{props.footer}</tfoot> : null}
      </table>
    </section>
  );
};

/** Sorts by one column, blanks last; equal values keep the order they came in. */
const sortRows = <Row,>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort,
  compareText: (a: string, b: string) => number,
): readonly Row[] => {
  const column = columns.find(({ key }) => key === sort.key);
  if (!column) return rows;
  const direction = sort.isDescending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const a = column.value(left);
    const b = column.value(right);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
    return direction * compareText(String(a), String(b));
  });
};

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort;
  readonly onChoose: (key: string) => void;
}

const Head = <Row,>({ column, sort, onChoose }: HeadProps<Row>) => {
  const isSorted = sort.key === column.key;
  const direction = sort.isDescending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={isSorted ? direction : undefined}
      className={classes(column.isNumeric && 'numeric')}
    >
      <button type="button" className="table-sort" onClick={() => onChoose(column.key)}>
        {column.title}
        <span aria-hidden="true" className="table-arrow">
          {isSorted ? (sort.isDescending ? '▼' : '▲') : '↕'}
        </span>
      </button>
    </th>
  );
};

const Cell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) => {
  const content = column.render ? column.render(row) : column.value(row);
  return column.isRowHeader ? (
    <th scope="row">{content}</th>
  ) : (
    <td className={classes(column.isNumeric && 'numeric')}>{content}</td>
  );
};
