import './combobox.css';
import { type KeyboardEvent, useId, useState } from 'react';
import { fill } from '#core/language/format.ts';
import type { ControlAttributes } from './field.tsx';

export interface Suggestion {
  readonly key: string;
  readonly label: string;
}

interface ComboboxProps<S extends Suggestion> {
  readonly attributes: ControlAttributes;
  readonly value: string;
  readonly suggestions: readonly S[];
  /** Names the list of suggestions. */
  readonly listLabel: string;
  /** "Suggestions: {n}", for who does not see them. */
  readonly countText: string;
  readonly onType: (text: string) => void;
  readonly onChoose: (suggestion: S) => void;
  /** Enter without a suggestion chosen, or the field left. */
  readonly onSettle: (text: string) => void;
  readonly onFocus?: () => void;
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at <= 0 ? count - 1 : at - 1),
};

/** A text field with suggestions (ARIA combobox with a list): arrows go through them, Enter takes one, Escape closes. */
export const Combobox = <S extends Suggestion>(props: ComboboxProps<S>) => {
  const { attributes, value, suggestions, listLabel, countText, onType, onChoose, onSettle } = props;
  const listId = useId();
  const [isWanted, setIsWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const isOpen = isWanted && suggestions.length > 0;
  const chosen = isOpen ? suggestions[active] : undefined;
  const idOf = (at: number) => `${listId}-${at}`;
  const close = () => {
    setIsWanted(false);
    setActive(-1);
  };
  const choose = (suggestion: S) => {
    close();
    onChoose(suggestion);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move && suggestions.length > 0) {
      event.preventDefault();
      setIsWanted(true);
      setActive(move(active, suggestions.length));
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter') {
      if (chosen) {
        event.preventDefault();
        choose(chosen);
      } else onSettle(value);
    }
  };
  return (
    <div className="combobox">
      <input
        {...attributes}
        className="input"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={chosen ? idOf(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onFocus={props.onFocus}
        onChange={(event) => {
          setIsWanted(true);
          setActive(-1);
          onType(event.target.value);
        }}
        onBlur={() => {
          close();
          onSettle(value);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={listLabel} hidden={!isOpen} className="combobox-list">
        {suggestions.map((suggestion, at) => (
          <div
            key={suggestion.key}
            id={idOf(at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            className="combobox-option"
            // The field keeps the focus: without it the list would close under the pointer.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
            onKeyDown={onKeyDown}
          >
            {suggestion.label}
          </div>
        ))}
      </div>
      <p role="status" className="visually-hidden">
        {isOpen ? fill(countText, { n: suggestions.length }) : ''}
      </p>
    </div>
  );
};
