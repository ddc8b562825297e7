/** Tables of residents as the portal of the statistical office gives them, made of numbers. */

export interface StatDimension {
  readonly id: string;
  readonly label?: string;
  /** Codes with their labels, in the order of the values. */
  readonly categories: Readonly<Record<string, string>>;
}

/** Row-major, the last dimension the fastest; null where there is no such figure. */
export type StatValues = readonly (number | string | null)[];

interface Shape {
  /** Index of categories as a list of codes, or as places by code. */
  readonly index?: 'list' | 'places';
  /** Values as a list, or by place with the blanks left out. */
  readonly value?: 'list' | 'places';
  readonly more?: object;
}

/** A dataset in json-stat2. */
export const jsonStat = (
  dimensions: readonly StatDimension[],
  values: StatValues,
  { index = 'places', value = 'list', more = {} }: Shape = {},
): string =>
  JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: 'Iedzīvotāju skaits gada sākumā',
    source: 'Centrālā statistikas pārvalde',
    updated: '2026-06-01T08:00:00Z',
    id: dimensions.map(({ id }) => id),
    size: dimensions.map(({ categories }) => Object.keys(categories).length),
    dimension: Object.fromEntries(
      dimensions.map(({ id, label = id, categories }) => {
        const codes = Object.keys(categories);
        const places = Object.fromEntries(codes.map((code, i) => [code, i]));
        return [id, { label, category: { index: index === 'list' ? codes : places, label: categories } }];
      }),
    ),
    value:
      value === 'list'
        ? values
        : Object.fromEntries(values.flatMap((one, i) => (one === null ? [] : [[`${i}`, one]]))),
    ...more,
  });

export const total: StatDimension = { id: 'INDICATOR', categories: { TOTAL: 'Iedzīvotāju skaits' } };

/** Codes that look like numbers would be put in order by JavaScript: "LV" before them keeps the order given. */
export const areas = (categories: Readonly<Record<string, string>>): StatDimension => ({
  id: 'AREA',
  label: 'Teritoriālā vienība',
  categories,
});

/** Years as codes; "T" before them would be no year, so they stand in rising order as JavaScript has them. */
export const times = (...years: readonly number[]): StatDimension => ({
  id: 'TIME',
  label: 'Gads',
  categories: Object.fromEntries(years.map((year) => [`${year}`, `${year}`])),
});
