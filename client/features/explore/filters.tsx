import { useQuery } from '@tanstack/react-query';
import { fill } from '#core/language/format.ts';
import { compareNames } from '#core/language/sorting.ts';
import { eventCategories } from '#core/offer/event.ts';
import type { Bbox } from '#core/place/units.ts';
import { travelModes } from '#core/transit/travel-mode.ts';
import { itemsQuery } from '../../api.ts';
import { problemView } from '../../request.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { type Option, Select } from '../../ui/select.tsx';
import { Failed } from '../../ui/status.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type EventChoices, whenChoices, withinChoices } from './choices.ts';
import { HomeField } from './home-field.tsx';
import { forgetMe } from './near-me.ts';
import { NearMeButton } from './near-me-button.tsx';
import { nameOf } from './texts.ts';
import type { Travel } from './travel.ts';
import { isTurned } from './when.ts';

interface FiltersProps {
  readonly choices: EventChoices;
  readonly update: (changes: Partial<EventChoices>, history?: 'push' | 'replace') => void;
}

/** When, where, what: what the API narrows by. */
export const EventFilters = ({ choices, update, inSight }: FiltersProps & { inSight: Bbox | null }) => {
  const { events, eventCategories: categories } = useWords();
  const territories = useTerritoryOptions();
  return (
    <div className="filters">
      <Select
        label={events.whenTitle}
        value={choices.when}
        options={whenChoices.map((value) => ({ value, label: events.when[value] }))}
        onChange={(when) => update({ when })}
        hint={choices.when === 'weekend' ? events.weekendHint : undefined}
      />
      {choices.when === 'dates' ? <OwnDates choices={choices} update={update} /> : null}
      <Select
        label={events.where}
        value={choices.in}
        options={[{ value: '', label: events.everywhere }, ...territories]}
        onChange={(territory) => update({ in: territory })}
      />
      <Select
        label={events.category}
        value={choices.category}
        options={[
          { value: '', label: events.anyCategory },
          ...eventCategories.map((value) => ({ value, label: categories[value] })),
        ]}
        onChange={(category) => update({ category })}
      />
      <TextField
        label={events.search}
        type="search"
        maxLength={100}
        value={choices.q}
        onChange={(q) => update({ q }, 'replace')}
      />
      <Checkbox label={events.freeOnly} checked={choices.free} onChange={(free) => update({ free })} />
      {inSight === null && choices.bbox === null ? null : (
        <Checkbox
          label={events.inSightOnly}
          checked={choices.bbox !== null}
          onChange={(isOn) => update({ bbox: isOn ? inSight : null })}
        />
      )}
    </div>
  );
};

const OwnDates = ({ choices, update }: FiltersProps) => {
  const { events } = useWords();
  return (
    <>
      <TextField
        label={events.from}
        type="date"
        value={choices.from}
        onChange={(from) => update({ from }, 'replace')}
      />
      <TextField
        label={events.to}
        type="date"
        value={choices.to}
        fault={isTurned(choices) ? events.datesTurned : null}
        onChange={(to) => update({ to }, 'replace')}
      />
    </>
  );
};

/** Towns, then parishes, each by the alphabet. */
const useTerritoryOptions = (): readonly Option<string>[] => {
  const language = useLanguage();
  const { events } = useWords();
  const territories = useQuery(itemsQuery(language, 'territories')).data;
  const of = (kind: string, group: string) =>
    (territories?.features ?? [])
      .filter(({ properties }) => properties.kind === kind)
      .map(({ id, properties }) => ({ value: id, label: nameOf(properties, language), group }))
      .toSorted((a, b) => compareNames(language, a.label, b.label));
  return [...of('town', events.towns), ...of('parish', events.parishes)];
};

/** From where, how and how far: looked up in the browser. */
export const TravelFilters = ({ choices, update, travel }: FiltersProps & { travel: Travel }) => {
  const language = useLanguage();
  const { events, modes: modeNames, transit } = useWords();
  return (
    <fieldset className="filters">
      <legend className="visually-hidden">{events.travelTitle}</legend>
      <HomeField
        home={choices.home}
        onChange={(home) => {
          forgetMe();
          update({ home });
        }}
      />
      <NearMeButton isOutside={travel.state === 'outside'} />
      <Segmented
        legend={events.mode}
        value={choices.mode}
        options={travelModes.map((value) => ({ value, label: modeNames[value] }))}
        onChange={(mode) => update({ mode })}
      />
      <Checkbox
        label={transit.only}
        checked={choices.roundTrip}
        onChange={(roundTrip) => update({ roundTrip })}
      />
      {choices.roundTrip && travel.state === 'no-home' ? (
        <p className="field-hint" role="status">
          {transit.onlyNoHome}
        </p>
      ) : null}
      <Select
        label={events.within}
        value={choices.within}
        options={withinChoices.map((value) => ({
          value,
          label: value === '' ? events.anyDistance : fill(events.withinMinutes, { n: value }),
        }))}
        onChange={(within) => update({ within })}
      />
      <Segmented
        legend={events.sort}
        value={choices.sort}
        options={[
          { value: 'time', label: events.sortTime },
          { value: 'travel', label: events.sortTravel },
        ]}
        onChange={(sort) => update({ sort })}
      />
      {travel.state === 'failed' ? (
        <Failed problem={problemView(travel.error, language)} onRetry={travel.retry} />
      ) : null}
      <p className="field-hint">{travel.state === 'no-home' ? events.homeChoose : events.privacy}</p>
    </fieldset>
  );
};
