import type { AccessAnswer } from '#core/access/answer.ts';
import { formatNumber } from '#core/language/format.ts';
import { cellText, sideOf } from '#core/map/cell-words.ts';
import { type LegendEntry, legendOf } from '#core/map/legend.ts';
import type { CellSide } from '#core/place/cell.ts';
import type { Level } from '../../access-choices.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';

/** Classes with their colours, the residents in each and the places drawn so; the blanks last, hatched. */
export const Legend = ({ answer, level, title }: { answer: AccessAnswer; level: Level; title: string }) => {
  const language = useLanguage();
  const words = useWords();
  const entries = legendOf(answer, level, words, language);
  return <LegendTable entries={entries} level={level} title={title} side={sideOf(answer.cells)} />;
};

interface LegendTableProps {
  readonly entries: readonly LegendEntry[];
  readonly level: Level;
  readonly title: string;
  readonly side: CellSide;
}

/** Entries of any legend: colour, words, residents, places. */
export const LegendTable = ({ entries, level, title, side }: LegendTableProps) => {
  const language = useLanguage();
  const { access } = useWords();
  const cells = side === null ? access.legendOtherCells : cellText(access.legendCells, side);
  return (
    <table className="legend">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{access.legendClass}</th>
          <th scope="col" className="numeric">
            {access.legendPeople}
          </th>
          <th scope="col" className="numeric">
            {level === 'cells' ? cells : access.legendPlaces}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.label}>
            <th scope="row">
              <span className="legend-class">
                <Swatch colour={entry.colour} /> {entry.label}
              </span>
            </th>
            <td className="numeric">{formatNumber(language, entry.people)}</td>
            <td className="numeric">{formatNumber(language, entry.places)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Swatch = ({ colour }: { colour: string | null }) => (
  <span
    aria-hidden="true"
    className={colour === null ? 'swatch swatch-blank' : 'swatch'}
    style={colour === null ? undefined : { backgroundColor: colour }}
  />
);
