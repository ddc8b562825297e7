import { useCallback } from 'react';
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
  const select = ({ source, id }: Target) => {
    if (source === 'territories') update({ territory: id, cell: '', way: 1 });
    if (source === 'cells') update({ territory: findCell(answer, id)?.territoryId ?? '', cell: id, way: 1 });
    if (source === 'venues') update({ offer: `venue:${id}`, way: 1 });
  };
  return (
    <AccessMap
      answer={answer}
      level={view.level}
      what={answerTitle(answer, speech)}
      selected={selectedOf(view)}
      way={way}
      kindOf={kindOf}
      onSelect={select}
      describe={(target) => describeTarget(answer, target, words, language)}
    />
  );
}

function selectedOf({ cell, territory }: AccessView): Target | null {
  if (cell !== '') return { source: 'cells', id: cell };
  return territory === '' ? null : { source: 'territories', id: territory };
}
