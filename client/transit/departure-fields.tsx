import { formatDate, isoDay } from '#core/language/dates.ts';
import { fill, plural } from '#core/language/format.ts';
import { dayKinds, type TimetableAnswer } from '#core/transit/timetable-answer.ts';
import { type DepartureWindow, windowLimits } from '#core/transit/travel-mode.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords } from '../ui/language-context.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { outsideText } from './day-problem.ts';
import { findDay, nextOfKind } from './timetable.ts';

interface DepartureFieldsProps {
  readonly view: DepartureWindow;
  /** Null where there is no timetable, undefined until that is known. */
  readonly timetable: TimetableAnswer | null | undefined;
  readonly update: (changes: Partial<DepartureWindow>, history?: 'push' | 'replace') => void;
}

const limits = { min: windowLimits.leastMinutes, max: windowLimits.mostMinutes };
const percentiles = [10, 50, 90] as const;

/** Day, first departure, window and percentile of public transport; the kind of day is always said. */
export function DepartureFields({ view, timetable, update }: DepartureFieldsProps) {
  const { transit } = useWords();
  if (timetable === null) return <p role="status">{transit.noTimetable}</p>;
  return (
    <>
      <DayField view={view} timetable={timetable} update={update} />
      <TextField
        label={transit.from}
        type="time"
        value={view.from}
        onChange={(from) => {
          if (/^\d\d:\d\d$/.test(from)) update({ from }, 'replace');
        }}
      />
      <NumberField
        label={transit.window}
        hint={transit.windowHint}
        value={view.windowMinutes}
        limits={limits}
        onChange={(windowMinutes) => update({ windowMinutes }, 'replace')}
      />
      <PercentileField view={view} update={update} />
    </>
  );
}

function DayField({ view, timetable, update }: DepartureFieldsProps) {
  const language = useLanguage();
  const { transit } = useWords();
  const days = timetable?.days ?? [];
  const day = findDay(days, view.date);
  const today = isoDay(new Date());
  const span = { min: days[0]?.date, max: days.at(-1)?.date };
  const hint =
    day === null
      ? undefined
      : fill(transit.dateHint, {
          kind: transit.dayKinds[day.kind],
          trips: plural(language, day.trips, transit.tripsOnDay),
        });
  return (
    <>
      <TextField
        label={transit.date}
        type="date"
        {...(span.min === undefined || span.max === undefined ? {} : { min: span.min, max: span.max })}
        value={view.date}
        hint={hint}
        fault={
          timetable && view.date !== '' && day === null ? outsideText(timetable, language, transit) : null
        }
        onChange={(date) => {
          if (date !== '') update({ date });
        }}
      />
      <fieldset className="day-kinds">
        <legend>{transit.nextDayOfKind}</legend>
        {dayKinds.map((kind) => {
          const next = nextOfKind(days, kind, today);
          return next === null ? null : (
            <Button
              key={kind}
              aria-pressed={view.date === next}
              title={formatDate(language, next)}
              onClick={() => update({ date: next })}
            >
              {transit.dayKinds[kind]}
            </Button>
          );
        })}
      </fieldset>
    </>
  );
}

function PercentileField({ view, update }: Pick<DepartureFieldsProps, 'view' | 'update'>) {
  const { transit } = useWords();
  const options = percentiles.map((n) => ({ value: String(n), label: transit.percentiles[n] }));
  const own = String(view.percentile);
  const isOther = options.every(({ value }) => value !== own);
  return (
    <Select
      label={transit.percentile}
      value={own}
      options={
        isOther ? [...options, { value: own, label: fill(transit.percentileOther, { n: own }) }] : options
      }
      onChange={(text) => update({ percentile: Number(text) })}
    />
  );
}
