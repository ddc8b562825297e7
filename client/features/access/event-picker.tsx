import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDayAndTime, isoDay } from '#core/language/dates.ts';
import type { Language } from '#core/language/routes.ts';
import { type Feature, featureQuery, itemsQuery } from '../../api.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { type Option, Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSettled } from '../../ui/use-settled.ts';

/** Dates offered at once; searching narrows them. */
const most = 100;
const typingRestMs = 300;

interface EventPickerProps {
  /** Id of a date, '' for none. */
  readonly chosen: string;
  readonly onChoose: (occurrenceId: string) => void;
}

/** One of the coming dates, searched by words and chosen from a list by day. */
export function EventPicker({ chosen, onChoose }: EventPickerProps) {
  const language = useLanguage();
  const { access, transit } = useWords();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), typingRestMs);
  const datetime = `${isoDay(new Date())}/..`;
  const coming = useQuery(itemsQuery(language, 'events', { datetime, sortby: 'startsAt', limit: most, q }))
    .data?.features;
  const own = useQuery({ ...featureQuery(language, 'events', chosen), enabled: chosen !== '' }).data;
  const found = (coming ?? []).filter(({ id }) => id !== chosen);
  const none: Option<string> = { value: '', label: access.chooseNone };
  const options = [
    ...(chosen === '' ? [none] : []),
    ...[...(own ? [own] : []), ...found].map(optionIn(language)),
  ];
  return (
    <>
      <TextField
        label={transit.event.search}
        type="search"
        maxLength={100}
        value={typed}
        onChange={setTyped}
      />
      <Select
        label={transit.event.choose}
        value={own || chosen === '' ? chosen : ''}
        options={options}
        hint={coming?.length === 0 ? transit.event.none : undefined}
        onChange={(id) => {
          if (id !== '') onChoose(id);
        }}
      />
    </>
  );
}

const optionIn =
  (language: Language) =>
  ({ id, properties }: Feature<'events'>): Option<string> => {
    const title = language === 'en' ? (properties.titleEn ?? properties.titleLv) : properties.titleLv;
    const place = properties.venueName ?? properties.place;
    const when = formatDayAndTime(language, new Date(properties.startsAt));
    return { value: id, label: `${title} – ${when} – ${place}` };
  };
