import { measureIds } from '#core/access/answer.ts';
import type { TimetableAnswer } from '#core/transit/timetable-answer.ts';
import { travelModes } from '#core/transit/travel-mode.ts';
import { cutoffLimits, levels } from '../../access-choices.ts';
import { DepartureFields } from '../../transit/departure-fields.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { offerOptions, type VenueChoice } from './offers.ts';
import { type AccessView, usesCutoff, usesOffer } from './view.ts';

interface ChoicesFormProps {
  readonly view: AccessView;
  readonly venues: readonly VenueChoice[];
  /** Null where there is no timetable, undefined until that is known. */
  readonly timetable: TimetableAnswer | null | undefined;
  readonly update: (changes: Partial<AccessView>, history?: 'push' | 'replace') => void;
}

/** Everything a planner chooses; each choice is in the address at once, there is no button to press. */
export function ChoicesForm({ view, venues, timetable, update }: ChoicesFormProps) {
  const words = useWords();
  const language = useLanguage();
  const { access, measures } = words;
  const levelWords = { parishes: access.levelParishes, cells: access.levelCells };
  return (
    <form className="access-choices" aria-label={access.choices} onSubmit={(event) => event.preventDefault()}>
      <Select
        label={access.measure}
        value={view.measure}
        options={measureIds.map((id) => ({ value: id, label: measures[id] }))}
        onChange={(measure) => update({ measure, way: 1 })}
      />
      {usesOffer(view.measure) ? (
        <Select
          label={access.offer}
          value={view.offer}
          options={offerOptions(view.offer, { venues, words, language })}
          onChange={(offer) => update({ offer, way: 1 })}
        />
      ) : null}
      <Segmented
        legend={access.mode}
        value={view.mode}
        options={travelModes.map((mode) => ({ value: mode, label: words.modes[mode] }))}
        onChange={(mode) => update({ mode, way: 1 })}
      />
      {view.mode === 'public-transport' ? (
        <DepartureFields
          view={view}
          timetable={timetable}
          update={(changes, history) => update({ ...changes, way: 1, journey: 1 }, history)}
        />
      ) : null}
      {usesCutoff(view.measure) ? (
        <NumberField
          label={access.cutoffMinutes}
          value={view.cutoffMinutes}
          limits={cutoffLimits}
          onChange={(cutoffMinutes) => update({ cutoffMinutes })}
        />
      ) : null}
      {usesOffer(view.measure) ? <StatusChoices view={view} update={update} /> : null}
      <Segmented
        legend={access.level}
        value={view.level}
        options={levels.map((level) => ({ value: level, label: levelWords[level] }))}
        onChange={(level) => update({ level })}
      />
      {usesOffer(view.measure) ? <Comparison view={view} venues={venues} update={update} /> : null}
    </form>
  );
}

/** Open venues always count; the doubtful ones only when asked for. */
function StatusChoices({ view, update }: Pick<ChoicesFormProps, 'view' | 'update'>) {
  const { access } = useWords();
  const more = { 'service-point': access.statusServicePoint, unknown: access.statusUnknown } as const;
  return (
    <fieldset className="access-statuses">
      <legend>{access.statuses}</legend>
      {(['service-point', 'unknown'] as const).map((status) => (
        <Checkbox
          key={status}
          label={more[status]}
          checked={view.venueStatus.includes(status)}
          onChange={(isOn) => {
            const others = view.venueStatus.filter((one) => one !== status);
            update({ venueStatus: isOn ? [...others, status] : others });
          }}
        />
      ))}
    </fieldset>
  );
}

function Comparison({ view, venues, update }: Omit<ChoicesFormProps, 'timetable'>) {
  const words = useWords();
  const language = useLanguage();
  const options = offerOptions(view.compare, { venues, words, language }).filter(
    (option) => option.value !== view.offer,
  );
  return (
    <Select
      label={words.access.compare}
      value={view.compare}
      options={[{ value: '', label: words.access.compareNone }, ...options]}
      onChange={(compare) => update({ compare })}
    />
  );
}
