import type { ReactNode } from 'react';
import type { AccessAnswer, TerritoryRow } from '#core/access/answer.ts';
import { fill, formatKilometres, formatNumber, formatPercent } from '#core/language/format.ts';
import { classLabel } from '#core/map/legend.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import type { CellRow } from './cells.ts';
import { placeName } from './parish-columns.tsx';
import { rangeText } from './people-range.ts';
import { formatValue } from './values.ts';

const Numbers = ({ title, facts }: { title: string; facts: readonly (readonly [string, ReactNode])[] }) => (
  <>
    <h3>{title}</h3>
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </>
);

/** What the answer says of a parish, a town or the whole region. */
export function TerritoryNumbers({ answer, row }: { answer: AccessAnswer; row: TerritoryRow }) {
  const language = useLanguage();
  const { access, measures } = useWords();
  const venue = row.mainVenue === null ? undefined : answer.venues[row.mainVenue.venue];
  const summary = fill(access.summary[answer.unit], { name: measures[answer.query.measure] });
  const facts: (readonly [string, ReactNode])[] = [
    [access.people, formatNumber(language, row.people)],
    [summary, formatValue(language, answer.unit, row.value, row.reason)],
    [
      fill(access.summary.min, { name: access.distance }),
      row.km === null ? '–' : formatKilometres(language, row.km),
    ],
    ...row.peopleByClass.map(
      (people, index) =>
        [
          `${access.people}, ${classLabel(index, answer.classes, language, true)}`,
          formatNumber(language, people),
        ] as const,
    ),
    [access.column.blank, formatNumber(language, row.peopleBlank)],
  ];
  if (row.farthest) {
    const far = formatValue(language, answer.unit, row.farthest.value, null);
    facts.push([access.worst, `${row.farthest.settlement}, ${far}`]);
  }
  if (venue && row.mainVenue) {
    const share = formatPercent(language, row.mainVenue.percent);
    facts.push([access.column.mainVenue, `${placeName(venue, language)}, ${share}`]);
  }
  return <Numbers title={placeName(row, language)} facts={facts} />;
}

/** What the answer says of one cell. */
export function CellNumbers({ answer, cell }: { answer: AccessAnswer; cell: CellRow }) {
  const language = useLanguage();
  const { access, measures } = useWords();
  const venue = cell.venue === null ? undefined : answer.venues[cell.venue];
  const facts: (readonly [string, ReactNode])[] = [
    [access.people, `${formatNumber(language, cell.people)}${rangeText(cell.range, language)}`],
    [measures[answer.query.measure], formatValue(language, answer.unit, cell.value, cell.reason)],
  ];
  if (answer.unit !== 'min' && cell.minutes !== null) {
    const { cutoffMinutes } = answer.query;
    facts.push([access.time, formatValue(language, 'min', cell.minutes, null, [cutoffMinutes])]);
  }
  if (cell.km !== null) facts.push([access.distance, formatKilometres(language, cell.km)]);
  if (venue) facts.push([access.decidingVenue, placeName(venue, language)]);
  return <Numbers title={`${access.cellId} ${cell.id}`} facts={facts} />;
}
