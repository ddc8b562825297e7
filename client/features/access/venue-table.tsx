import type { AccessAnswer, VenueRow } from '#core/access/answer.ts';
import { formatNumber } from '#core/language/format.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { type Column, SortableTable } from '../../ui/sortable-table.tsx';
import { placeName } from './parish-columns.tsx';
import { formatDecimal, formatValue } from './values.ts';

interface VenueTableProps {
  readonly answer: AccessAnswer;
  /** Id of the venue whose territory is outlined on the map; '' for none. */
  readonly chosen: string;
  readonly onChoose: (venueId: string) => void;
}

/** The venues of a catchment answer, each with the residents it serves; choosing one outlines its territory. */
export function VenueTable({ answer, chosen, onChoose }: VenueTableProps) {
  const language = useLanguage();
  const { access } = useWords();
  const columns: readonly Column<VenueRow>[] = [
    {
      key: 'venue',
      title: access.column.venue,
      isRowHeader: true,
      value: (venue) => placeName(venue, language),
      render: (venue) => (
        <Button
          kind="quiet"
          aria-pressed={venue.id === chosen}
          onClick={() => onChoose(venue.id === chosen ? '' : venue.id)}
        >
          {placeName(venue, language)}
        </Button>
      ),
    },
    {
      key: 'residents',
      title: access.column.residents,
      isNumeric: true,
      value: (venue) => venue.people,
      render: (venue) => formatNumber(language, venue.people),
    },
    {
      key: 'median',
      title: access.column.medianMinutes,
      isNumeric: true,
      value: (venue) => venue.medianMinutes,
      render: ({ medianMinutes }) => (medianMinutes === null ? '–' : formatDecimal(language, medianMinutes)),
    },
    {
      key: 'farthest',
      title: access.column.farthest,
      isNumeric: false,
      value: (venue) => venue.farthest?.value ?? null,
      render: ({ farthest }) =>
        farthest === null
          ? '–'
          : `${farthest.settlement}, ${formatValue(language, 'min', farthest.value, null)}`,
    },
  ];
  return (
    <SortableTable
      caption={access.venueTable}
      columns={columns}
      rows={answer.venues}
      rowKey={(venue) => venue.id}
      currentKey={chosen}
      initialSort={{ key: 'residents', isDescending: true }}
    />
  );
}
