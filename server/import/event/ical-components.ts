import ICAL from 'ical.js';
import type { Faults } from '../format/faults.ts';
import type { ContentLine } from './ical-lines.ts';

/** One property: name and parameters in small letters, values as jCal (RFC 7265) has them. */
export interface Property {
  readonly line: number;
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** jCal type of the values, for example "date-time". */
  readonly type: string;
  readonly values: readonly unknown[];
  /** What stands after the colon. */
  readonly raw: string;
}

export interface Component {
  /** 1-based line of its BEGIN. */
  readonly line: number;
  /** In small letters: "vevent". */
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

/** VCALENDAR, VEVENT, VALARM, and one to spare. */
const deepest = 4;
/** As many as a list may have rows. */
const mostComponents = 40_000;

interface Open {
  readonly line: number;
  readonly name: string;
  readonly properties: Property[];
  readonly components: Component[];
}

const rawValue = (text: string): string => {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (text[at] === ':' && !quoted) return text.slice(at + 1);
  }
  return '';
};

const toText = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

const readProperty = ({ line, text }: ContentLine, faults: Faults): Property | null => {
  try {
    const [name, parameters, type, ...values] = ICAL.parse.property(text, ICAL.design.icalendar) as [
      string,
      Record<string, unknown>,
      string,
      ...unknown[],
    ];
    const named = Object.entries(parameters).map(
      ([key, value]) => [key.toLowerCase(), toText(value)] as const,
    );
    return {
      line,
      name: name.toLowerCase(),
      parameters: Object.fromEntries(named),
      type,
      values,
      raw: rawValue(text),
    };
  } catch (error) {
    const field = /^[A-Za-z0-9-]+(?=[;:])/.exec(text)?.[0]?.toUpperCase() ?? 'file';
    faults.add(line, field, 'malformed', text, error instanceof Error ? error.message : '');
    return null;
  }
};

/** Builds the tree of components; anything unbalanced, too deep or too many is a fault of its line. */
export const readComponents = (lines: readonly ContentLine[], faults: Faults): readonly Component[] => {
  const top: Component[] = [];
  const open: Open[] = [];
  let count = 0;
  for (const content of lines) {
    const [, edge = '', name = ''] = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/i.exec(content.text) ?? [];
    if (edge.toUpperCase() === 'BEGIN') {
      count += 1;
      if (open.length >= deepest || count > mostComponents) {
        const expected = count > mostComponents ? `<= ${mostComponents}` : `<= ${deepest} BEGIN`;
        faults.add(content.line, 'BEGIN', 'out-of-range', name, expected);
        return top;
      }
      open.push({ line: content.line, name: name.toLowerCase(), properties: [], components: [] });
    } else if (edge.toUpperCase() === 'END') {
      const ended = open.pop();
      if (ended === undefined || ended.name !== name.toLowerCase()) {
        faults.add(
          content.line,
          'END',
          'malformed',
          name,
          ended === undefined ? 'BEGIN' : ended.name.toUpperCase(),
        );
        return top;
      }
      (open.at(-1)?.components ?? top).push(ended);
    } else {
      const inside = open.at(-1);
      if (inside === undefined)
        faults.add(content.line, 'file', 'malformed', content.text, 'BEGIN:VCALENDAR');
      const property = inside === undefined ? null : readProperty(content, faults);
      if (inside === undefined) return top;
      if (property !== null) inside.properties.push(property);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    faults.add(
      unclosed.line,
      'BEGIN',
      'malformed',
      unclosed.name.toUpperCase(),
      `END:${unclosed.name.toUpperCase()}`,
    );
  }
  return top;
};

/** The first property of a name. */
export const propertyOf = ({ properties }: Component, name: string): Property | undefined =>
  properties.find((property) => property.name === name);

/** All properties of a name. */
export const propertiesOf = ({ properties }: Component, name: string): readonly Property[] =>
  properties.filter((property) => property.name === name);

/** A text property, trimmed; "" where there is none. */
export const textOf = (component: Component, name: string): string => {
  const value = propertyOf(component, name)?.values[0];
  return typeof value === 'string' ? value.trim() : '';
};
