import type { ShiftAnswer } from '#core/access/round-trip-answer.ts';
import { formatNumber } from '#core/language/format.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { signed } from './event-view.ts';

const size = { width: 480, height: 260, left: 52, right: 26, top: 12, bottom: 44 };

interface ShiftChartProps {
  readonly answer: ShiftAnswer;
  /** Minutes by which the event is moved in the view, marked on the curves. */
  readonly endShift: number;
  readonly startShift: number;
}

/** Largest of 1, 2, 5 times a power of ten that keeps at most four steps up to a number. */
const niceStep = (most: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)));
  return ([1, 2, 5, 10].find((times) => most / (times * power) <= 4) ?? 10) * power;
};

/** Residents by shift: the end solid, the start dashed; the numbers stand in the table beside it. */
export function ShiftChart({ answer, endShift, startShift }: ShiftChartProps) {
  const { transit } = useWords();
  const all = [...answer.byEndShift, ...answer.byStartShift];
  if (all.length === 0) return null;
  const minutes = all.map((point) => point.minutes);
  const [first, last] = [Math.min(...minutes), Math.max(...minutes)];
  const step = niceStep(Math.max(1, ...all.map(({ people }) => people)));
  const most = Math.ceil(Math.max(1, ...all.map(({ people }) => people)) / step) * step;
  const x = (at: number) =>
    size.left + ((at - first) / Math.max(1, last - first)) * (size.width - size.left - size.right);
  const y = (people: number) => size.top + (1 - people / most) * (size.height - size.top - size.bottom);
  const scales = { x, y };
  return (
    <figure className="shift-chart">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={transit.event.chart}>
        <Axes {...scales} first={first} last={last} most={most} step={step} />
        <Curve {...scales} points={answer.byEndShift} name="end" at={endShift} />
        <Curve {...scales} points={answer.byStartShift} name="start" at={startShift} />
      </svg>
      <figcaption>
        <span className="shift-key shift-key-end">{transit.event.byEnd}</span>{' '}
        <span className="shift-key shift-key-start">{transit.event.byStart}</span>
      </figcaption>
    </figure>
  );
}

interface Scales {
  readonly x: (minutes: number) => number;
  readonly y: (people: number) => number;
}

type AxesProps = Scales & Readonly<Record<'first' | 'last' | 'most' | 'step', number>>;

const minuteStep = 60;

function Axes({ x, y, first, last, most, step }: AxesProps) {
  const language = useLanguage();
  const { transit } = useWords();
  const rows = Array.from({ length: Math.round(most / step) + 1 }, (_, index) => index * step);
  const from = Math.ceil(first / minuteStep) * minuteStep;
  const columns = Array.from(
    { length: Math.max(0, Math.floor((last - from) / minuteStep) + 1) },
    (_, index) => from + index * minuteStep,
  );
  const bottom = size.height - size.bottom;
  return (
    <g className="shift-axes">
      {rows.map((people) => (
        <g key={people}>
          <line x1={size.left} x2={size.width - size.right} y1={y(people)} y2={y(people)} />
          <text x={size.left - 6} y={y(people) + 4} textAnchor="end">
            {formatNumber(language, people)}
          </text>
        </g>
      ))}
      {columns.map((minutes) => (
        <g key={minutes}>
          <line x1={x(minutes)} x2={x(minutes)} y1={bottom} y2={bottom + 5} />
          <text x={x(minutes)} y={bottom + 20} textAnchor="middle">
            {signed(minutes)}
          </text>
        </g>
      ))}
      <text x={(size.left + size.width) / 2} y={size.height - 6} textAnchor="middle">
        {transit.event.shiftMinutes}
      </text>
    </g>
  );
}

interface CurveProps extends Scales {
  readonly points: ShiftAnswer['byEndShift'];
  readonly name: 'end' | 'start';
  readonly at: number;
}

function Curve({ x, y, points, name, at }: CurveProps) {
  const path = points.map(({ minutes, people }) => `${x(minutes).toFixed(1)},${y(people).toFixed(1)}`);
  const now = points.find(({ minutes }) => minutes === at);
  return (
    <g className={`shift-curve shift-curve-${name}`}>
      <polyline points={path.join(' ')} />
      {now ? <circle cx={x(now.minutes)} cy={y(now.people)} r="5" /> : null}
    </g>
  );
}
