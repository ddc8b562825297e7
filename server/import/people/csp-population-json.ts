import { z } from 'zod';
import type { Findings } from '#core/findings.ts';
import { ageSpanOf, wholeLife } from '#core/place/age-bands.ts';
import { Problem } from '#core/problem.ts';
import { isTotal, type Role, roleOf, type StatedCount, sexOf, yearOf } from './csp-population-cells.ts';

const category = z.object({
  index: z.union([z.array(z.string()), z.record(z.string(), z.number().int().nonnegative())]).optional(),
  label: z.record(z.string(), z.string()).optional(),
});

const datasetSchema = z.object({
  class: z.literal('dataset'),
  label: z.string().optional(),
  source: z.string().optional(),
  updated: z.string().optional(),
  id: z.array(z.string()).min(1).max(20),
  size: z.array(z.number().int().positive()).min(1).max(20),
  dimension: z.record(z.string(), z.object({ label: z.string().optional(), category })),
  value: z.union([
    z.array(z.union([z.number(), z.string(), z.null()])),
    z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
  ]),
});
type Dataset = z.output<typeof datasetSchema>;

/** Ten times what the portal gives in one answer. */
const mostValues = 3_000_000;

interface Category {
  readonly code: string;
  readonly label: string;
}

interface Dimension {
  readonly id: string;
  readonly role: Role | null;
  readonly categories: readonly Category[];
  /** Values between two neighbouring categories. */
  readonly stride: number;
}

/** Everything a table of the statistical office says. */
export interface StatedTable {
  readonly title: string | null;
  /** ISO 8601 date. */
  readonly updated: string | null;
  readonly counts: readonly StatedCount[];
}

const refuse = (file: string, path: string, expected: string, value = ''): never => {
  throw new Problem('bad-import', {
    faults: [{ field: `${file}: ${path}`, fault: 'malformed', expected, ...(value === '' ? {} : { value }) }],
  });
};

const parse = (text: string, file: string): Dataset => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse(file, 'JSON', 'json-stat2', error instanceof Error ? error.message : '');
  }
  const found = datasetSchema.safeParse(json);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  return refuse(file, issue?.path.join('.') || 'class', 'json-stat2, class "dataset"', issue?.message);
};

const categoriesOf = ({ index, label = {} }: z.output<typeof category>): readonly Category[] => {
  const codes = Array.isArray(index)
    ? index
    : Object.entries(index ?? Object.fromEntries(Object.keys(label).map((code, i) => [code, i])))
        .toSorted(([, a], [, b]) => a - b)
        .map(([code]) => code);
  return codes.map((code) => ({ code, label: label[code] ?? code }));
};

const dimensionsOf = (dataset: Dataset, file: string): readonly Dimension[] => {
  const { id, size, dimension } = dataset;
  let stride = 1;
  const backwards = id
    .map((_, i) => id.length - 1 - i)
    .map((i): Dimension => {
      const name = id[i] ?? '';
      const found = dimension[name];
      const categories = found === undefined ? [] : categoriesOf(found.category);
      if (categories.length !== size[i]) {
        return refuse(file, `dimension.${name}`, `${size[i]} categories`, `${categories.length}`);
      }
      const here = { id: name, role: roleOf(name, found?.label), categories, stride };
      stride *= categories.length;
      return here;
    });
  if (Array.isArray(dataset.value) && dataset.value.length !== stride) {
    return refuse(file, 'value', `${stride} values`, `${dataset.value.length}`);
  }
  return stride <= mostValues ? backwards.toReversed() : refuse(file, 'size', `1-${mostValues}`, `${stride}`);
};

/** Of a dimension that is no question of ours the total; without one the numbers would count a part. */
const fixedPlace = ({ id, categories }: Dimension, file: string): number => {
  if (categories.length === 1) return 0;
  const place = categories.findIndex(({ code, label }) => isTotal(code) || isTotal(label));
  return place >= 0
    ? place
    : refuse(
        file,
        `dimension.${id}`,
        'TOTAL',
        categories
          .map(({ code }) => code)
          .slice(0, 10)
          .join(', '),
      );
};

const known = <T>(
  dimension: Dimension | undefined,
  read: (category: Category) => T | null,
  whole: T,
  code: 'totals-age-unknown' | 'totals-sex-unknown' | 'totals-time-unknown',
  file: string,
  findings: Findings,
): readonly { readonly at: number; readonly value: T }[] => {
  if (dimension === undefined) return [{ at: 0, value: whole }];
  return dimension.categories.flatMap((one, i) => {
    const value = read(one);
    if (value !== null) return [{ at: i * dimension.stride, value }];
    findings.add({ code, file, field: dimension.id, effect: 'dropped', values: { value: one.code } });
    return [];
  });
};

/**
 * Reads a table in json-stat2 as PxWeb gives it.
 * @throws Problem `bad-import` for anything else, or a table that cannot be told apart into units and years.
 */
export const readJsonStat = (text: string, file: string, findings: Findings): StatedTable => {
  const dataset = parse(text, file);
  const dimensions = dimensionsOf(dataset, file);
  const of = (role: Role) => dimensions.find((one) => one.role === role);
  const [areas, times] = [of('area'), of('time')];
  if (areas === undefined) return refuse(file, 'dimension', 'AREA', dataset.id.join(', '));
  if (times === undefined) return refuse(file, 'dimension', 'TIME', dataset.id.join(', '));
  const fixed = dimensions
    .filter((one) => one.role === null)
    .reduce((sum, one) => sum + fixedPlace(one, file) * one.stride, 0);
  const years = known(times, ({ code }) => yearOf(code), 0, 'totals-time-unknown', file, findings);
  const sexes = known(
    of('sex'),
    ({ code, label }) => sexOf(code) ?? sexOf(label),
    'T',
    'totals-sex-unknown',
    file,
    findings,
  );
  const ages = known(
    of('age'),
    ({ code, label }) => ageSpanOf(code) ?? ageSpanOf(label),
    wholeLife,
    'totals-age-unknown',
    file,
    findings,
  );
  const values: Readonly<Record<number, number | string | null>> = dataset.value;
  const counts: StatedCount[] = [];
  areas.categories.forEach((area, i) => {
    for (const year of years)
      for (const sex of sexes)
        for (const age of ages) {
          const at = fixed + i * areas.stride + year.at + sex.at + age.at;
          counts.push({
            area,
            year: year.value,
            sex: sex.value,
            age: age.value,
            people: values[at] ?? null,
            row: at + 1,
          });
        }
  });
  return {
    title: dataset.label ?? null,
    updated: /^\d{4}-\d{2}-\d{2}/.exec(dataset.updated ?? '')?.[0] ?? null,
    counts,
  };
};
