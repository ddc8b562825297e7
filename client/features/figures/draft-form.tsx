import { fill } from '#core/language/format.ts';
import type { Language } from '#core/language/routes.ts';
import { levels, shiftLimit } from '../../access-choices.ts';
import { DepartureFields } from '../../transit/departure-fields.tsx';
import { useTimetable } from '../../transit/timetable.ts';
import { useWords } from '../../ui/language-context.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type FigureView, widthLimits } from './specification.ts';
import type { Texts } from './use-default-texts.ts';

interface DraftFormProps {
  readonly view: FigureView;
  readonly defaults: Readonly<Record<Language, Texts>> | null;
  readonly update: (changes: Partial<FigureView>, history?: 'push' | 'replace') => void;
}

/** Texts in both languages, level and width of a figure. An empty text shows what will be written there. */
export function DraftForm({ view, defaults, update }: DraftFormProps) {
  const { access } = useWords();
  const levelWords = { parishes: access.levelParishes, cells: access.levelCells };
  const fields = [
    ['titleLv', access.figureTitleLv, 'lv', defaults?.lv.title],
    ['subtitleLv', access.figureSubtitleLv, 'lv', defaults?.lv.subtitle],
    ['titleEn', access.figureTitleEn, 'en', defaults?.en.title],
    ['subtitleEn', access.figureSubtitleEn, 'en', defaults?.en.subtitle],
  ] as const;
  return (
    <form className="figure-form" onSubmit={(event) => event.preventDefault()}>
      <p className="note">{access.figureAutomatic}</p>
      {fields.map(([name, label, language, automatic]) => (
        <TextField
          key={name}
          label={label}
          lang={language}
          maxLength={160}
          placeholder={automatic ?? ''}
          value={view[name]}
          // A letter typed mends the present step of the history; it is not one of its own.
          onChange={(text) => update({ [name]: text }, 'replace')}
        />
      ))}
      <SubjectFields view={view} update={update} />
      <Segmented
        legend={access.level}
        value={view.level}
        options={levels.map((level) => ({ value: level, label: levelWords[level] }))}
        onChange={(level) => update({ level })}
      />
      <NumberField
        label={access.figureWidth}
        hint={access.figureWidthHint}
        value={view.widthMm}
        limits={widthLimits}
        onChange={(widthMm) => update({ widthMm }, 'replace')}
      />
    </form>
  );
}

const shiftLimits = { min: -shiftLimit, max: shiftLimit };

/** What only some figures have: the day of public transport, or minutes by which an event is moved. */
function SubjectFields({ view, update }: Omit<DraftFormProps, 'defaults'>) {
  const { transit } = useWords();
  const isByDate = view.ask === 'places' && view.mode === 'public-transport';
  const timetable = useTimetable(isByDate).data?.result;
  if (isByDate) return <DepartureFields view={view} timetable={timetable} update={update} />;
  if (view.ask === 'places') return null;
  const hint = fill(transit.event.shiftHint, shiftLimits);
  return (
    <>
      <NumberField
        label={transit.event.startShift}
        hint={hint}
        value={view.startShift}
        limits={shiftLimits}
        onChange={(startShift) => update({ startShift }, 'replace')}
      />
      <NumberField
        label={transit.event.endShift}
        hint={hint}
        value={view.endShift}
        limits={shiftLimits}
        onChange={(endShift) => update({ endShift }, 'replace')}
      />
    </>
  );
}
