import { useMemo } from 'react';
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
  readonly kindOf: (venueId: string) => VenueKind | null;
  readonly update: (changes: Partial<AccessView>) => void;
  /** The journey drawn on it, or null. */
  readonly way: Way | null;
}

/** The map of one answer; what is pressed on it becomes a choice of the view. */
export function ResultMap({ answer, view, speech, kindOf, update, way }: ResultMapProps) {
  const { words, language } = speech;
  const selected = useMemo(() => selectedOf(answer, view), [answer, view]);
  const outlines = useMemo(() => outlinesOf(answer, view), [answer, view]);
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
      outlines={outlines}
      way={way}
      journey={way?.journeys[view.journey - 1] ?? null}
      kindOf={kindOf}
      onSelect={select}
      describe={(target) => describeTarget(answer, target, words, language)}
    />
  );
}

/** The territory chosen, unless a cell in it is, and the venue whose catchment is shown. */
function selectedOf(answer: AccessAnswer, { cell, territory, venue }: AccessView): readonly Target[] {
  const chosen: Target[] = [];
  if (cell === '' && territory !== '') chosen.push({ source: 'territories', id: territory });
  if (venue !== '' && answer.query.measure === 'catchment') chosen.push({ source: 'venues', id: venue });
  return chosen;
}

/** The cell chosen, and the cells that the chosen venue serves. */
function outlinesOf(answer: AccessAnswer, { cell, venue }: AccessView): readonly (readonly string[])[] {
  const sets: (readonly string[])[] = [];
  if (findCell(answer, cell)) sets.push([cell]);
  if (answer.query.measure === 'catchment') sets.push(servedCells(answer, venue));
  return sets.filter((ids) => ids.length > 0);
}

function servedCells({ cells, venues }: AccessAnswer, venueId: string): readonly string[] {
  const index = venues.findIndex(({ id }) => id === venueId);
  return cells.id.filter((_, cell) => index >= 0 && cells.venue[cell] === index);
}
