import type { RoundTripAnswer } from '#core/access/round-trip-answer.ts';
import { formatNumber } from '#core/language/format.ts';
import { reasonCounts } from '#core/map/round-trip-legend.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { SortableTable } from '../../ui/sortable-table.tsx';
import { eventColumns } from './event-columns.tsx';
import type { AccessView } from './view.ts';

interface EventTableProps {
  readonly answer: RoundTripAnswer;
  readonly view: AccessView;
  readonly update: (changes: Partial<AccessView>) => void;
}

/** Every parish and town with its residents by what they can do, and the whole region below. */
export function EventTable({ answer, view, update }: EventTableProps) {
  const language = useLanguage();
  const words = useWords();
  const columns = eventColumns(words, language, (territory) => update({ territory, cell: '' }));
  return (
    <SortableTable
      caption={words.transit.event.table}
      columns={columns}
      rows={answer.territories}
      rowKey={({ id }) => id}
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
              <td key={column.key} className="numeric">
                {column.render?.(answer.total)}
              </td>
            ),
          )}
        </tr>
      }
    />
  );
}

/** Why residents cannot, with how many of them; the most frequent reason first. */
export function ReasonTable({ answer }: { answer: RoundTripAnswer }) {
  const language = useLanguage();
  const words = useWords();
  const { access, transit } = words;
  const reasons = reasonCounts(answer, words);
  if (reasons.length === 0) return null;
  return (
    <table className="table reasons">
      <caption>{transit.event.reasons}</caption>
      <thead>
        <tr>
          <th scope="col">{transit.event.reason}</th>
          <th scope="col" className="numeric">
            {access.column.people}
          </th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ reason, label, people }) => (
          <tr key={reason}>
            <th scope="row">{label}</th>
            <td className="numeric">{formatNumber(language, people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
