import { useEffect, useMemo, useState } from 'react';
import type { Hit } from '#core/place/geocode/geocoder.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../ui/language-context.tsx';
import { useAddresses } from './addresses.ts';
import {
  findHome,
  type HomeSuggestion,
  homeLabel,
  settleAddress,
  suggestHomes,
  useHomeOptions,
} from './home-options.ts';
import { liveAt, useNearMe } from './near-me.ts';

interface HomeFieldProps {
  readonly home: string;
  /** Id of a settlement, "" for none; an address is told to nobody but `near-me`. */
  readonly onChange: (id: string) => void;
}

/** Where the reader lives: a settlement of the list or, where the map has addresses, a house or a farm. */
export const HomeField = ({ home, onChange }: HomeFieldProps) => {
  const { events } = useWords();
  const options = useHomeOptions();
  const nearMe = useNearMe();
  const [isUsed, setIsUsed] = useState(false);
  const { areThere, addresses } = useAddresses(isUsed);
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnknown, setIsUnknown] = useState(false);
  /** A name entered before the list of settlements, or the addresses, was there. */
  const [early, setEarly] = useState<string | null>(null);
  const search = addresses?.geocoder.search ?? null;
  const suggestions = useMemo(
    () => (typed === null ? [] : suggestHomes(typed, options, search)),
    [typed, options, search],
  );
  const address = nearMe.state === 'known' ? nearMe.name : null;
  const text = typed ?? address ?? options.find(({ id }) => id === home)?.label ?? '';

  const choose = (suggestion: HomeSuggestion) => {
    setTyped(null);
    setIsUnknown(false);
    if ('id' in suggestion) return onChange(suggestion.id);
    if (home !== '') onChange('');
    liveAt(suggestion.label, suggestion.lonLat);
  };
  const type = (next: string) => {
    setTyped(next);
    setIsUnknown(false);
    setEarly(null);
    if (next === '') onChange('');
  };
  const settle = (given: string) => {
    if (typed === null && early === null) return;
    if (given.trim() === '') return setTyped(null);
    const isWaiting = options.length === 0 || (areThere && search === null);
    const village = findHome(options, given);
    if (village !== null) return choose({ key: village.id, label: village.label, id: village.id });
    if (isWaiting) return setEarly(given);
    const hit: Hit | null = search === null ? null : settleAddress(search(given));
    if (hit !== null) return choose({ key: '', label: homeLabel(hit), lonLat: hit.lonLat });
    setIsUnknown(true);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up again when something to look in has come.
  useEffect(() => {
    if (early === null || options.length === 0) return;
    setEarly(null);
    settle(early);
  }, [early, options, search]);
  const hint = areThere ? events.homeHintAddress : events.homeHint;
  return (
    <Field
      label={areThere ? events.homeAddress : events.home}
      hint={addresses === null ? hint : `${hint} ${addresses.sources.join('; ')}`}
      fault={isUnknown ? events.homeUnknown : null}
    >
      {(attributes) => (
        <Combobox
          attributes={attributes}
          value={text}
          suggestions={suggestions}
          listLabel={events.homeList}
          countText={events.homeCount}
          onType={type}
          onChoose={choose}
          onSettle={settle}
          onFocus={() => setIsUsed(true)}
        />
      )}
    </Field>
  );
};
