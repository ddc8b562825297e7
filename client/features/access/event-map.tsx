import { useMemo } from 'react';
import type { RoundTripAnswer } from '#core/access/round-trip-answer.ts';
import { formatNumber, formatPercent } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import type { TransitJourney } from '#core/transit/journey.ts';
import type { Target } from '../../map/access-map.tsx';
import { RoundTripMap } from '../../map/round-trip-map.tsx';
import { tripLine } from '../../transit/trip-text.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { placeName } from './parish-columns.tsx';
import { rangeText } from './people-range.ts';
import { findRoundTripCell } from './round-trip-cells.ts';
import type { AccessView } from './view.ts';

interface EventMapProps {
  readonly answer: RoundTripAnswer;
  readonly view: AccessView;
  readonly update: (changes: Partial<AccessView>) => void;
  /** The journey drawn on it, or null. */
  readonly journey: TransitJourney | null;
}

/** Cells by what their residents can do, or parishes by share; what is pressed becomes a choice of the view. */
export function EventMap({ answer, view, update, journey }: EventMapProps) {
  const language = useLanguage();
  const words = useWords();
  const { cell, territory, level } = view;
  const selected = useMemo(
    (): readonly Target[] =>
      cell === '' && territory !== '' ? [{ source: 'territories', id: territory }] : [],
    [cell, territory],
  );
  const outlined = useMemo(() => (answer.cells.id.includes(cell) ? [[cell]] : []), [answer, cell]);
  const select = ({ source, id }: Target) => {
    if (source === 'territories') update({ territory: id, cell: '' });
    if (source === 'cells') {
      update({ territory: findRoundTripCell(answer, id)?.territoryId ?? '', cell: id });
    }
  };
  const { event } = answer;
  return (
    <RoundTripMap
      answer={answer}
      level={level}
      what={language === 'en' ? (event.titleEn ?? event.titleLv) : event.titleLv}
      selected={selected}
      outlines={outlined}
      journey={journey}
      onSelect={select}
      describe={(target) => describe(answer, target, words, language)}
    />
  );
}

/** The lines the pointer gets to read. */
function describe(
  answer: RoundTripAnswer,
  { source, id }: Target,
  words: Words,
  language: Language,
): string | null {
  const people = (count: number) => `${words.access.people}: ${formatNumber(language, count)}`;
  if (source === 'territories') {
    const row = answer.territories.find((one) => one.id === id);
    if (row === undefined) return null;
    const share = row.percent === null ? '–' : formatPercent(language, row.percent, 1);
    return `${placeName(row, language)}\n${words.transit.statuses['round-trip']}: ${share}\n${people(row.people)}`;
  }
  const cell = source === 'cells' ? findRoundTripCell(answer, id) : null;
  if (cell === null) return null;
  const territory = answer.territories.find((row) => row.id === cell.territoryId);
  const { event, settings, query } = answer;
  const line = tripLine({ trip: cell.trip, event, settings, mode: query.mode }, language, words);
  return `${territory ? placeName(territory, language) : id}\n${line}\n${people(cell.people)}${rangeText(cell.range, language)}`;
}
