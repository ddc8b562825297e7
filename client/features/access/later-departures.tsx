import type { ShiftAnswer } from '#core/access/round-trip-answer.ts';
import { formatNumber } from '#core/language/format.ts';
import { clock } from '../../transit/times.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { type Column, SortableTable } from '../../ui/sortable-table.tsx';

type Departure = ShiftAnswer['laterDepartures'][number];

/** Which last departure, if it left so much later, would bring most people home. */
export function LaterDepartures({ answer }: { answer: ShiftAnswer }) {
  const language = useLanguage();
  const { transit } = useWords();
  const text = transit.event;
  if (answer.mode !== 'public-transport') return null;
  const columns: readonly Column<Departure>[] = [
    {
      key: 'line',
      title: text.line,
      isRowHeader: true,
      value: ({ line, lineName }) => [line, lineName].filter((one) => one !== '').join(' '),
    },
    { key: 'stop', title: text.stop, value: ({ stopName }) => stopName },
    {
      key: 'departs',
      title: text.departs,
      isNumeric: true,
      value: ({ departsAt }) => departsAt,
      render: ({ departsAt }) => clock(language, departsAt),
    },
    {
      key: 'later',
      title: text.laterBy,
      isNumeric: true,
      value: ({ laterMinutes }) => laterMinutes,
      render: ({ laterMinutes }) => formatNumber(language, laterMinutes),
    },
    {
      key: 'more',
      title: text.more,
      isNumeric: true,
      value: ({ morePeople }) => morePeople,
      render: ({ morePeople }) => formatNumber(language, morePeople),
    },
  ];
  return (
    <>
      <h3>{text.later}</h3>
      <p>{text.laterLead}</p>
      {answer.laterDepartures.length === 0 ? (
        <p>{text.laterNone}</p>
      ) : (
        <SortableTable
          caption={text.later}
          columns={columns}
          rows={answer.laterDepartures}
          rowKey={({ tripId, stopName, laterMinutes }) => `${tripId} ${stopName} ${laterMinutes}`}
          initialSort={{ key: '', isDescending: false }}
        />
      )}
    </>
  );
}
