import type { Fault, FaultCode } from '../problem.ts';
import { dayOfDate } from './calendar.ts';

/** A part of the file with its JSON pointer, and where to put what is wrong with it. */
export interface Part {
  readonly value: unknown;
  readonly field: string;
  readonly faults: Fault[];
}

/** The value of a JSON text, with or without a byte order mark; a text that is none is a fault. */
export function parseJson(text: string, faults: Fault[]): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    faults.push({ field: '/', fault: 'malformed', expected: 'JSON' });
    return null;
  }
}

/** Notes what is wrong with a part. */
export function refuse({ value, field, faults }: Part, fault: FaultCode, expected?: string): void {
  const isMissing = value === undefined || value === null || value === '';
  faults.push({
    field,
    fault: isMissing ? 'missing' : fault,
    ...(isMissing ? {} : { value: JSON.stringify(value).slice(0, 80) }),
    ...(expected === undefined ? {} : { expected }),
  });
}

/** A member of an object; its value is undefined where it is not there. */
export function member({ value, field, faults }: Part, name: string): Part {
  const inside = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const found = Object.hasOwn(inside, name) ? (inside as Record<string, unknown>)[name] : undefined;
  return { value: found, field: `${field}/${name}`, faults };
}

/** An object; any other value is refused. */
export function objectOf(part: Part): object {
  const { value } = part;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  refuse(part, 'malformed', '{ ... }');
  return {};
}

/** A list with at least one entry. */
export function listOf<T>(part: Part, read: (part: Part) => T): T[] {
  const { value, field, faults } = part;
  if (Array.isArray(value) && value.length > 0) {
    return value.map((each, i) => read({ value: each as unknown, field: `${field}/${i}`, faults }));
  }
  refuse(part, 'malformed', '[ ... ]');
  return [];
}

/** A text of 1 to 500 characters. */
export function textOf(part: Part): string {
  if (typeof part.value === 'string' && part.value !== '' && part.value.length <= 500) return part.value;
  refuse(part, typeof part.value === 'string' ? 'too-long' : 'malformed', '"..."');
  return '';
}

/** True or false. */
export function booleanOf(part: Part): boolean {
  if (typeof part.value !== 'boolean') refuse(part, 'not-one-of', 'true, false');
  return part.value === true;
}

/** A whole number within limits, both included. */
export function wholeOf(part: Part, least: number, most: number): number {
  const { value } = part;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  refuse(part, typeof value === 'number' ? 'out-of-range' : 'not-a-number', `${least}-${most}`);
  return least;
}

/** A time of day from 00:00 to 24:00. */
export function clockOf(part: Part): string {
  const { value } = part;
  if (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(value)) return value;
  refuse(part, 'malformed', '00:00-24:00');
  return '';
}

/** A date that exists. */
export function dateOf(part: Part): string {
  const { value } = part;
  if (typeof value === 'string' && dayOfDate(value) !== null) return value;
  refuse(part, 'malformed', 'YYYY-MM-DD');
  return '';
}
