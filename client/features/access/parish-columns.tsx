import type { AccessAnswer, MeasureUnit, TerritoryRow } from '#core/access/answer.ts';
import { fill, formatNumber, formatPercent } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { classLabel } from '#core/map/legend.ts';
import type { SurveyResult } from '#core/place/survey.ts';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/sortable-table.tsx';
import { surveyColumns } from './survey-columns.ts';
import { difference, formatBare, formatDecimal, formatDifference, formatValue } from './values.ts';

export interface ParishRow {
  readonly row: TerritoryRow;
  /** The same territory for the second offer; null where none is compared or it has no row. */
  readonly other: TerritoryRow | null;
}

export interface ParishColumnsInput {
  readonly answer: AccessAnswer;
  readonly other: { readonly answer: AccessAnswer; readonly name: string; readonly firstName: string } | null;
  readonly words: Words;
  readonly language: Language;
  readonly survey: readonly SurveyResult[];
  readonly onChoose: (territoryId: string) => void;
}

type ParishColumn = Column<ParishRow>;

/** Columns of the table of parishes, in the order of the CSV. */
export function parishColumns(input: ParishColumnsInput): readonly ParishColumn[] {
  return [
    ...leading(input),
    ...comparison(input),
    ...surveyColumns(input.survey, input.language),
    ...peopleColumns(input),
    ...places(input),
  ];
}

export const placeName = (row: { nameLv: string; nameEn: string }, language: Language): string =>
  language === 'en' ? row.nameEn : row.nameLv;

const valueTitle = ({ access }: Words, unit: MeasureUnit): string =>
  ({ min: access.column.minutes, percent: access.column.percent, venues: access.column.venues })[unit];

function leading({ answer, other, words, language, onChoose }: ParishColumnsInput): ParishColumn[] {
  const { column } = words.access;
  const title = valueTitle(words, answer.unit);
  return [
    {
      key: 'place',
      title: column.place,
      isRowHeader: true,
      value: ({ row }) => placeName(row, language),
      render: ({ row }) => (
        <Button kind="quiet" onClick={() => onChoose(row.id)}>
          {placeName(row, language)}
        </Button>
      ),
    },
    number('people', column.people, language, ({ row }) => row.people),
    {
      key: 'value',
      title: other ? `${other.firstName}: ${title}` : title,
      isNumeric: true,
      value: ({ row }) => row.value,
      render: ({ row }) => formatBare(language, answer.unit, row.value, row.reason),
    },
    {
      key: 'km',
      title: column.km,
      isNumeric: true,
      value: ({ row }) => row.km,
      render: ({ row }) => (row.km === null ? '–' : formatDecimal(language, row.km)),
    },
  ];
}

const differenceTitle = (
  { access }: Words,
  unit: MeasureUnit,
  { name, firstName }: { name: string; firstName: string },
): string => `${access.column.difference} (${name} − ${firstName})${access.differenceUnits[unit]}`;

function comparison({ other, words, language }: ParishColumnsInput): ParishColumn[] {
  if (other === null) return [];
  const { unit } = other.answer;
  const change = ({ row, other: second }: ParishRow) => difference(row.value, second?.value ?? null);
  return [
    {
      key: 'other',
      title: `${other.name}: ${valueTitle(words, unit)}`,
      isNumeric: true,
      value: ({ other: second }) => second?.value ?? null,
      render: ({ other: second }) =>
        formatBare(language, unit, second?.value ?? null, second?.reason ?? null),
    },
    {
      key: 'difference',
      title: differenceTitle(words, unit, other),
      isNumeric: true,
      value: change,
      render: (pair) => {
        const value = change(pair);
        return value === null ? '–' : formatDifference(language, value);
      },
    },
  ];
}

function peopleColumns({ answer, words, language }: ParishColumnsInput): ParishColumn[] {
  const { access } = words;
  const classCount = answer.classes.breaks.length + 1;
  const byClass = Array.from({ length: classCount }, (_, index) =>
    number(
      `class${index + 1}`,
      fill(access.peopleInClass, { class: classLabel(index, answer.classes, language, true) }),
      language,
      ({ row }) => row.peopleByClass[index] ?? 0,
    ),
  );
  return [...byClass, number('blank', access.column.blank, language, ({ row }) => row.peopleBlank)];
}

function places({ answer, words, language }: ParishColumnsInput): ParishColumn[] {
  const { column } = words.access;
  const venueOf = ({ row }: ParishRow) => {
    const venue = row.mainVenue === null ? undefined : answer.venues[row.mainVenue.venue];
    return venue ? placeName(venue, language) : null;
  };
  return [
    {
      key: 'farthest',
      title: column.farthest,
      value: ({ row }) => row.farthest?.settlement ?? null,
      render: ({ row: { farthest } }) =>
        farthest === null
          ? '–'
          : `${farthest.settlement}, ${formatValue(language, answer.unit, farthest.value, null)}`,
    },
    {
      key: 'main-venue',
      title: column.mainVenue,
      value: venueOf,
      render: (pair) => {
        const name = venueOf(pair);
        return name === null ? '–' : `${name}, ${formatPercent(language, pair.row.mainVenue?.percent ?? 0)}`;
      },
    },
  ];
}

const number = (
  key: string,
  title: string,
  language: Language,
  value: (pair: ParishRow) => number,
): ParishColumn => ({
  key,
  title,
  isNumeric: true,
  value,
  render: (pair) => formatNumber(language, value(pair)),
});
