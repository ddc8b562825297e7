import type { RoundTripTerritory } from '#core/access/round-trip-answer.ts';
import { roundTripStatuses } from '#core/access/round-trip-answer.ts';
import { formatFixed, formatNumber } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/sortable-table.tsx';
import { placeName } from './parish-columns.tsx';

type RoundTripColumn = Column<RoundTripTerritory>;

/** Columns of the table of parishes of an event: residents, shares, and each status. */
export function eventColumns(
  { access, transit }: Words,
  language: Language,
  onChoose: (territoryId: string) => void,
): readonly RoundTripColumn[] {
  const count = (
    key: string,
    title: string,
    value: (row: RoundTripTerritory) => number,
  ): RoundTripColumn => ({
    key,
    title,
    isNumeric: true,
    value,
    render: (row) => formatNumber(language, value(row)),
  });
  const share = (
    key: string,
    title: string,
    value: (row: RoundTripTerritory) => number | null,
  ): RoundTripColumn => ({
    key,
    title,
    isNumeric: true,
    value,
    render: (row) => {
      const percent = value(row);
      return percent === null ? '–' : formatFixed(language, percent, 1);
    },
  });
  return [
    {
      key: 'place',
      title: access.column.place,
      isRowHeader: true,
      value: (row) => placeName(row, language),
      render: (row) => (
        <Button kind="quiet" onClick={() => onChoose(row.id)}>
          {placeName(row, language)}
        </Button>
      ),
    },
    count('people', access.column.people, ({ people }) => people),
    share('percent', transit.event.percent, ({ percent }) => percent),
    share('without-car', transit.event.withoutCarPercent, ({ withoutCar }) => withoutCar.percent),
    ...roundTripStatuses.map((status) =>
      count(status, transit.statuses[status], ({ peopleByStatus }) => peopleByStatus[status]),
    ),
    count('if-booked', transit.event.ifBooked, ({ peopleIfBooked }) => peopleIfBooked),
  ];
}
