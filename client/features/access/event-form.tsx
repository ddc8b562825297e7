import { fill } from '#core/language/format.ts';
import { travelModes } from '#core/transit/travel-mode.ts';
import { levels, shiftLimit } from '../../access-choices.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language-context.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { EventPicker } from './event-picker.tsx';
import type { EventQuestionProps } from './event-question.tsx';

const limits = { min: -shiftLimit, max: shiftLimit };

/** Which date, by which way of travel, and moved by how much. */
export function EventForm({ view, update }: EventQuestionProps) {
  const { access, modes, transit } = useWords();
  const text = transit.event;
  const levelWords = { parishes: access.levelParishes, cells: access.levelCells };
  const hint = fill(text.shiftHint, limits);
  return (
    <form className="access-choices" aria-label={access.choices} onSubmit={(event) => event.preventDefault()}>
      <EventPicker
        chosen={view.event}
        onChoose={(event) => update({ event, startShift: 0, endShift: 0, journey: 1 })}
      />
      <Segmented
        legend={access.mode}
        value={view.mode}
        options={travelModes.map((mode) => ({ value: mode, label: modes[mode] }))}
        onChange={(mode) => update({ mode })}
      />
      <NumberField
        label={text.startShift}
        hint={hint}
        value={view.startShift}
        limits={limits}
        onChange={(startShift) => update({ startShift }, 'replace')}
      />
      <NumberField
        label={text.endShift}
        hint={hint}
        value={view.endShift}
        limits={limits}
        onChange={(endShift) => update({ endShift }, 'replace')}
      />
      {view.startShift === 0 && view.endShift === 0 ? null : (
        <Button onClick={() => update({ startShift: 0, endShift: 0 })}>{text.asAnnounced}</Button>
      )}
      <Segmented
        legend={access.level}
        value={view.level}
        options={levels.map((level) => ({ value: level, label: levelWords[level] }))}
        onChange={(level) => update({ level })}
      />
    </form>
  );
}
