import type { AccessAnswer } from '#core/access/answer.ts';
import { formatNumber } from '#core/language/format.ts';
import { type MarkerShape, markerOfKind, markerRings } from '#core/map/markers.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';

interface MarksProps {
  readonly answer: AccessAnswer;
  readonly kindOf: (venueId: string) => VenueKind | null;
}

/** What the marks on the map mean, with how many venues of each kind there are; most frequent first. */
export const Marks = ({ answer, kindOf }: MarksProps) => {
  const language = useLanguage();
  const { figures } = useWords();
  const counts = new Map<VenueKind, number>();
  for (const { id } of answer.venues) {
    const kind = kindOf(id);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  return (
    <ul className="marks">
      {[...counts]
        .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .map(([kind, count]) => (
          <li key={kind}>
            <Mark shape={markerOfKind[kind]} /> {figures.kinds[kind][3]} ({formatNumber(language, count)})
          </li>
        ))}
    </ul>
  );
};

const Mark = ({ shape }: { shape: MarkerShape }) => (
  <svg className="mark" viewBox="-1.4 -1.4 2.8 2.8" aria-hidden="true">
    <path d={pathOf(shape)} fillRule="evenodd" />
  </svg>
);

const pathOf = (shape: MarkerShape): string =>
  markerRings(shape)
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`)
    .join('');
