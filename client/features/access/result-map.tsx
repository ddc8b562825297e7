import { useCallback, useMemo } from 'react';
import type { AccessAnswer, Way } from '#core/access/answer.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import { AccessMap, type Target } from '../../map/access-map.tsx';
import { findCell } from './cells.ts';
import { describeTarget } from './describe.ts';
import { answerTitle, type Speech } from './offers.ts';
import type { AccessView } from './view.ts';

interface ResultMapProps {
  readonly answer: AccessAnswer;
  readonly view: AccessView;
  readonly speech: Speech;
  readonly update: (changes: Partial<AccessView>) => void;
  /** The journey drawn on it, or null. */
  readonly way: Way | null;
}

/** The map of one answer; what is pressed on it becomes a choice of the view. */
export function ResultMap({ answer, view, speech, update, way }: ResultMapProps) {
  const { venues, words, language } = speech;
  const kindOf = useCallback(
    (venueId: string): VenueKind | null =>
      venues.find((venue) => venue.id === venueId)?.properties.kind ?? null,
    [venues],
  );
  const selected = useMemo(() => selectedOf(answer, view), [answer, view]);
  const select = ({ source, id }: Target) => {
    if (source === 'territories') update({ territory: id, cell: '', way: 1 });
    if (source === 'cells') update({ territory: findCell(answer, id)?.territoryId ?? '', cell: id, way: 1 });
    if (source === 'venues')
      update(answer.query.measure === 'catchment' ? { venue: id } : { offer: `venue:${id}`, way: 1 });
  };
  return (
    <AccessMap
      answer={answer}
      level={view.level}
      what={answerTitle(answer, speech)}
      selected={selected}
      way={way}
      kindOf={kindOf}
      onSelect={select}
      describe={(target) => describeTarget(answer, target, words, language)}
    />
  );
}

/** What is outlined: the cell chosen, or the territory, and the cells that a chosen venue serves. */
function selectedOf(answer: AccessAnswer, { cell, territory, venue }: AccessView): readonly Target[] {
  const chosen: Target[] = [];
  if (cell !== '') chosen.push({ source: 'cells', id: cell });
  else if (territory !== '') chosen.push({ source: 'territories', id: territory });
  if (venue === '' || answer.query.measure !== 'catchment') return chosen;
  return [...chosen, { source: 'venues', id: venue }, ...servedCells(answer, venue)];
}

function servedCells({ cells, venues }: AccessAnswer, venueId: string): readonly Target[] {
  const index = venues.findIndex(({ id }) => id === venueId);
  return cells.id.flatMap((id, cell) =>
    index >= 0 && cells.venue[cell] === index ? [{ source: 'cells' as const, id }] : [],
  );
}
