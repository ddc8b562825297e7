import type { z } from 'zod';
import { type Fault, type FaultCode, faultCodes } from '#core/problem.ts';

type Issue = z.core.$ZodIssue;

const isFaultCode = (value: unknown): value is FaultCode =>
  typeof value === 'string' && (faultCodes as readonly string[]).includes(value);

const range = (issue: { minimum?: unknown; maximum?: unknown }): string =>
  issue.minimum === undefined ? `<= ${String(issue.maximum)}` : `>= ${String(issue.minimum)}`;

/** Fault and what would fit, of one issue; the field is added by the caller. */
function explain(issue: Issue): { fault: FaultCode; expected?: string } {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return { fault: 'missing', expected: issue.expected };
      const isNumber = issue.expected === 'number' || issue.expected === 'int';
      return { fault: isNumber ? 'not-a-number' : 'malformed', expected: issue.expected };
    }
    case 'too_big':
      return { fault: issue.origin === 'string' ? 'too-long' : 'out-of-range', expected: range(issue) };
    case 'too_small':
      return { fault: issue.origin === 'string' ? 'missing' : 'out-of-range', expected: range(issue) };
    case 'invalid_value':
      return {
        fault: issue.input === undefined ? 'missing' : 'not-one-of',
        expected: issue.values.map(String).join(', '),
      };
    case 'custom':
      return isFaultCode(issue.params?.fault)
        ? { fault: issue.params.fault, expected: String(issue.params.expected) }
        : { fault: 'not-one-of', expected: issue.message };
    case 'invalid_format':
      return { fault: 'malformed', expected: issue.pattern ?? issue.format };
    case 'unrecognized_keys':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { fault: 'malformed' };
  }
}

/** A value that fits none of several shapes is measured by the first one, which is the usual one. */
const ofFirstOption = (issue: Issue): readonly Issue[] =>
  issue.code === 'invalid_union' && issue.path.length === 0 ? (issue.errors[0] ?? [issue]) : [issue];

/**
 * Faults of everything a schema found. `field` is the parameter for a query and a JSON pointer for a body.
 * @param known names to offer for an unknown one
 */
export function toFaults(error: z.ZodError, place: 'query' | 'body', known: readonly string[]): Fault[] {
  return error.issues.flatMap(ofFirstOption).flatMap((issue): Fault[] => {
    const path = issue.path.map(String);
    const field = (names: readonly string[]) => (place === 'query' ? names.join('.') : `/${names.join('/')}`);
    if (issue.code !== 'unrecognized_keys') return [{ field: field(path), ...explain(issue) }];
    const expected = known.length === 0 || path.length > 0 ? {} : { expected: known.join(', ') };
    return issue.keys.map((key) => ({
      field: field([...path, key]),
      fault: 'unknown-parameter',
      ...expected,
    }));
  });
}
