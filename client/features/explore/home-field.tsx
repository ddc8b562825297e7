import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useState } from 'react';
import { fold } from '#core/language/fold.ts';
import { compareNames } from '#core/language/sorting.ts';
import { itemsQuery, wholeCollection } from '../../api.ts';
import { Field } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { nameOf } from './texts.ts';

export interface HomeOption {
  readonly id: string;
  readonly name: string;
  /** Name with its parish, because several villages share a name. */
  readonly label: string;
}

/** Settlements with a position, in the order of the alphabet. */
const useHomeOptions = (): readonly HomeOption[] => {
  const language = useLanguage();
  const whole = { limit: wholeCollection };
  const settlements = useQuery(itemsQuery(language, 'settlements', whole)).data;
  const territories = useQuery(itemsQuery(language, 'territories')).data;
  return useMemo(() => {
    const parishes = new Map(
      territories?.features.map(({ id, properties }) => [id, nameOf(properties, language)]),
    );
    return (settlements?.features ?? [])
      .filter(({ geometry }) => geometry !== null)
      .map(({ id, properties: { nameLv, territoryId } }) => {
        const parish = parishes.get(territoryId ?? '') ?? nameLv;
        return { id, name: nameLv, label: parish === nameLv ? nameLv : `${nameLv}, ${parish}` };
      })
      .toSorted((a, b) => compareNames(language, a.label, b.label));
  }, [settlements, territories, language]);
};

/** The option a text means: its label, or a name that only one option has. Case and marks do not matter. */
export const findHome = (options: readonly HomeOption[], text: string): HomeOption | null => {
  const wanted = fold(text);
  const exact = options.find(({ label }) => fold(label) === wanted);
  if (exact) return exact;
  const named = options.filter(({ name }) => fold(name) === wanted);
  return named.length === 1 ? (named[0] ?? null) : null;
};

/** Where the reader lives, typed and completed from the list of settlements. */
export const HomeField = ({ home, onChange }: { home: string; onChange: (id: string) => void }) => {
  const { events } = useWords();
  const options = useHomeOptions();
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnknown, setIsUnknown] = useState(false);
  /** A name entered before the list of settlements was there. */
  const [early, setEarly] = useState<string | null>(null);
  const chosen = options.find(({ id }) => id === home);
  const text = typed ?? chosen?.label ?? '';

  const type = (next: string) => {
    setTyped(next);
    setIsUnknown(false);
    setEarly(null);
    const exact = options.find(({ label }) => label === next);
    if (exact) settle(exact.label);
    if (next === '') onChange('');
  };
  const settle = (given: string) => {
    if (given.trim() === '') return setTyped(null);
    if (options.length === 0) return setEarly(given);
    const found = findHome(options, given);
    setIsUnknown(found === null);
    if (!found) return;
    setTyped(null);
    onChange(found.id);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up once, when the list has come.
  useEffect(() => {
    if (early === null || options.length === 0) return;
    setEarly(null);
    settle(early);
  }, [early, options]);
  return (
    <Field label={events.home} hint={events.homeHint} fault={isUnknown ? events.homeUnknown : null}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            className="input"
            type="text"
            list={listId}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => type(event.target.value)}
            onBlur={() => typed !== null && settle(typed)}
            onKeyDown={(event) => event.key === 'Enter' && settle(text)}
          />
          <datalist id={listId}>
            {options.map(({ id, label }) => (
              <option key={id} value={label} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
};
