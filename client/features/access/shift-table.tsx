import type { ShiftAnswer } from '#core/access/round-trip-answer.ts';
import { formatNumber, formatPercent } from '#core/language/format.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import type { EventQuestionProps } from './event-question.tsx';
import { signed } from './event-view.ts';

/** The numbers of the curves; pressing one shows that shift on the map. */
export function ShiftTable({ answer, view, update }: EventQuestionProps & { answer: ShiftAnswer }) {
  const { transit } = useWords();
  const text = transit.event;
  const caption = `${text.byEnd}, ${text.byStart.toLocaleLowerCase()}`;
  const ends = new Map(answer.byEndShift.map((point) => [point.minutes, point]));
  const starts = new Map(answer.byStartShift.map((point) => [point.minutes, point]));
  const minutes = [...new Set([...ends.keys(), ...starts.keys()])].sort((a, b) => a - b);
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see the line above.
    <section className="table-scroll shift-table" tabIndex={0} aria-label={caption}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.shiftMinutes}</th>
            <th scope="col" className="numeric">
              {text.byEnd}
            </th>
            <th scope="col" className="numeric">
              {text.byStart}
            </th>
          </tr>
        </thead>
        <tbody>
          {minutes.map((shift) => (
            <tr key={shift}>
              <th scope="row">{signed(shift)}</th>
              <ShiftCell
                point={ends.get(shift)}
                title={text.byEnd}
                isShown={view.endShift === shift && view.startShift === 0}
                onShow={() => update({ endShift: shift, startShift: 0 })}
              />
              <ShiftCell
                point={starts.get(shift)}
                title={text.byStart}
                isShown={view.startShift === shift && view.endShift === 0}
                onShow={() => update({ startShift: shift, endShift: 0 })}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ShiftCellProps {
  readonly point: ShiftAnswer['byEndShift'][number] | undefined;
  readonly title: string;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

function ShiftCell({ point, title, isShown, onShow }: ShiftCellProps) {
  const language = useLanguage();
  const { transit } = useWords();
  if (point === undefined) return <td className="numeric">–</td>;
  const people = formatNumber(language, point.people);
  const share = point.percent === null ? '' : ` (${formatPercent(language, point.percent, 1)})`;
  return (
    <td className="numeric">
      <Button
        kind="quiet"
        aria-pressed={isShown}
        aria-label={`${people}${share}. ${title}: ${signed(point.minutes)}. ${transit.event.shiftShow}`}
        onClick={onShow}
      >
        {people}
        {share}
      </Button>
    </td>
  );
}
